import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { createStore, migrate } from "#server/store";
import { testDatabase } from "#testing";
import { afterAll, beforeEach, expect, onTestFinished, test } from "vitest";

const database = testDatabase(import.meta.url);
const store = createStore({ connectionString: database.connectionString });
afterAll(() => store.close());
beforeEach(() => store.query({ text: "drop schema public cascade; create schema public" }));

const files = (await readdir(path.join(import.meta.dirname, "migrations"))).sort();

async function folderWith(files: Record<string, string>): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), "switchboard-migrations-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const [name, sql] of Object.entries(files)) await writeFile(path.join(folder, name), sql);
  return folder;
}

test("makes the tables once", async () => {
  expect(await migrate(store)).toEqual(files);
  expect(await migrate(store)).toEqual([]);
});

test("two processes that migrate at once do it once", async () => {
  const other = createStore({ connectionString: database.connectionString });
  const done = await Promise.all([migrate(store), migrate(other)]);
  expect(done.flat()).toEqual(files);
  await other.close();
});

test("a file that fails leaves nothing of itself or of those before it", async () => {
  const folder = await folderWith({
    "0001-good.sql": "create table good (id int);",
    "0002-bad.sql": "create table half (id int); select 1 / 0;",
  });
  await expect(migrate(store, folder)).rejects.toMatchObject({ code: "22012" });
  const [found] = await store.query({
    text: "select to_regclass('good') as good, to_regclass('half') as half, to_regclass('migration') as migration",
  });
  expect(found).toEqual({ good: null, half: null, migration: null });
});

test("refuses a file that was changed after it ran, and a database newer than the build", async () => {
  await migrate(store, await folderWith({ "0001-a.sql": "select 1;", "0002-b.sql": "select 2;" }));
  await expect(
    migrate(store, await folderWith({ "0001-a.sql": "select 1;", "0002-b.sql": "select 3;" })),
  ).rejects.toThrow("0002-b.sql");
  await expect(migrate(store, await folderWith({ "0001-a.sql": "select 1;" }))).rejects.toThrow(
    "newer than this Switchboard",
  );
});

test("refuses two files of one number", async () => {
  const folder = await folderWith({ "0001-a.sql": "select 1;", "0001-b.sql": "select 2;" });
  await expect(migrate(store, folder)).rejects.toThrow("0001-a.sql and 0001-b.sql");
});
