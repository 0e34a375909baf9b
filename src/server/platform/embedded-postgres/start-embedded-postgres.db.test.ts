import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { chmod, cp, mkdir, mkdtemp, realpath, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { build } from "esbuild";
import { Client } from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { createLogger } from "../logger.ts";
import { readPidFile } from "./postgres-process.ts";
import { isAlive } from "./process-mark.ts";
import { startEmbeddedPostgres } from "./start-embedded-postgres.ts";

const isRoot = process.getuid?.() === 0;
const DAEMON = { uid: 1, gid: 1 }; // exists everywhere
const log = createLogger({ level: "silent", format: "json" });
// beside the other builds, so that the bundle finds node_modules
const program = path.resolve("build/tests/embedded-postgres.mjs");

let folder: string;
let madeBefore: string;
beforeAll(async () => {
  madeBefore = await mkdtemp(path.join(tmpdir(), "switchboard-made-"));
  await (await startEmbeddedPostgres({ dataDir: madeBefore, log })).stop();
  await build({
    stdin: {
      contents: `
        import { createLogger, startEmbeddedPostgres } from "#server/platform";
        try {
          const log = createLogger({ level: "silent", format: "json" });
          const server = await startEmbeddedPostgres({ dataDir: process.argv[2], log, address: "http://there" });
          console.log(JSON.stringify({ connectionString: server.connectionString }));
          process.on("SIGTERM", () => server.stop().then(() => process.exit(0)));
        } catch (error) {
          console.log(JSON.stringify({ error: String(error) }));
        }`,
      resolveDir: path.resolve("src"),
    },
    outfile: program,
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
  });
});
beforeEach(async () => {
  folder = await mkdtemp(path.join(await realpath(tmpdir()), "switchboard test "));
  await chmod(folder, 0o755);
});
afterEach(() => rm(folder, { recursive: true, force: true }));
afterAll(() => rm(madeBefore, { recursive: true, force: true }));

/** Puts a cluster made before into a data directory: making one takes longer than all the rest of a test. */
async function fill(dataDir: string): Promise<void> {
  await cp(path.join(madeBefore, "postgres"), path.join(dataDir, "postgres"), { recursive: true });
}

/** Starts the server in a process of its own, which a test may kill. */
async function startElsewhere(dataDir: string, account: { uid?: number; gid?: number } = {}) {
  const child = spawn(process.execPath, [program, dataDir], {
    ...account,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const exited = once(child, "exit").then(() => ["{}"]);
  const [line] = await Promise.race([
    once(createInterface({ input: child.stdout }), "line"),
    exited,
  ]);
  return { child, answer: JSON.parse(String(line)) };
}

function isOpenTo(account: { uid: number; gid: number }): boolean {
  const look = ["-e", "require('node:fs').readdirSync(process.argv[1])", path.resolve("src")];
  return spawnSync(process.execPath, look, { ...account, cwd: "/" }).status === 0;
}

async function query(connectionString: string, sql: string) {
  const client = new Client({ connectionString });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

test("keeps data from one start to the next, durable, below a long path with spaces", async () => {
  const dataDir = path.join(folder, "a long name ".repeat(12), "data");
  const first = await startEmbeddedPostgres({ dataDir, log });
  expect(await query(first.connectionString, "SHOW fsync")).toEqual([{ fsync: "on" }]);
  await query(first.connectionString, "CREATE TABLE kept AS SELECT 1 AS n");
  await first.stop();
  expect(existsSync(path.join(dataDir, "postgres", "postmaster.pid"))).toBe(false);

  const startedAt = performance.now();
  const second = await startEmbeddedPostgres({ dataDir, log });
  expect(performance.now() - startedAt).toBeLessThan(3000); // 0.4 s on an idle machine
  expect(await query(second.connectionString, "SELECT n FROM kept")).toEqual([{ n: 1 }]);
  await second.stop();
});

test("takes connections only through a socket that no other account can reach", async () => {
  await fill(folder);
  const server = await startEmbeddedPostgres({ dataDir: folder, log });
  expect(await query(server.connectionString, "SHOW listen_addresses")).toEqual([
    { listen_addresses: "" },
  ]);
  expect((await stat(server.socketDir ?? "")).mode & 0o777).toBe(0o700);
  await server.stop();
});

test("refuses a second server on the same data and names the holder", async () => {
  await fill(folder);
  const first = await startElsewhere(folder);
  const second = startEmbeddedPostgres({ dataDir: folder, log });
  await expect(second).rejects.toThrow(
    new RegExp(`process ${first.child.pid}, started at .*, at http://there`),
  );
  first.child.kill("SIGTERM");
  await once(first.child, "exit");
  await (await startEmbeddedPostgres({ dataDir: folder, log })).stop();
});

test("recovers within seconds after the process that started it was killed", async () => {
  await fill(folder);
  const killed = await startElsewhere(folder);
  await query(killed.answer.connectionString, "CREATE TABLE kept AS SELECT 1 AS n");
  killed.child.kill("SIGKILL");
  await once(killed.child, "exit");
  const startedAt = performance.now();
  const server = await startEmbeddedPostgres({ dataDir: folder, log });
  expect(performance.now() - startedAt).toBeLessThan(6000); // 0.6 s on an idle machine
  expect(await query(server.connectionString, "SELECT n FROM kept")).toEqual([{ n: 1 }]);
  await server.stop();
});

test("stops by itself when the process that started it was killed", async () => {
  await fill(folder);
  const killed = await startElsewhere(folder);
  const pid = Number(readPidFile(path.join(folder, "postgres"))[0]);
  killed.child.kill("SIGKILL");
  await expect.poll(() => isAlive(pid), { timeout: 10_000 }).toBe(false);
  await (await startEmbeddedPostgres({ dataDir: folder, log })).stop(); // clears what was left behind
});

test("starts PostgreSQL again at the same address when it dies", async () => {
  await fill(folder);
  const server = await startEmbeddedPostgres({ dataDir: folder, log });
  process.kill(Number(readPidFile(path.join(folder, "postgres"))[0]), "SIGKILL");
  await expect
    .poll(() => query(server.connectionString, "SELECT 1 AS n").catch(() => "not yet"), {
      timeout: 20_000,
      interval: 100,
    })
    .toEqual([{ n: 1 }]);
  await server.stop();
});

if (isRoot) {
  test("runs as nobody when started by root", async () => {
    await fill(folder);
    const server = await startEmbeddedPostgres({ dataDir: folder, log });
    expect((await stat(path.join(folder, "postgres"))).uid).not.toBe(0);
    await server.stop();
  });

  test("runs without privileges when root keeps its data where nobody else may go", async () => {
    const dataDir = path.join(folder, "home of root", "data");
    await mkdir(path.dirname(dataDir), { mode: 0o700 });
    await fill(dataDir);
    const server = await startEmbeddedPostgres({ dataDir, log });
    expect(await query(server.connectionString, "SELECT 1 AS n")).toEqual([{ n: 1 }]);
    await server.stop();
  });
}

// a clone in root's home is closed to everybody else
if (isRoot && isOpenTo(DAEMON)) {
  test("runs for an ordinary account, and root goes on as that account", async () => {
    const dataDir = path.join(folder, "data");
    await chmod(folder, 0o777);
    const theirs = await startElsewhere(dataDir, DAEMON);
    expect(theirs.answer).toEqual({ connectionString: expect.any(String) });
    theirs.child.kill("SIGTERM");
    await once(theirs.child, "exit");
    await (await startEmbeddedPostgres({ dataDir, log })).stop();
    expect((await stat(path.join(dataDir, "postgres"))).uid).toBe(DAEMON.uid);
  });
}
