import { mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { loadSecretKey } from "./secret-key.ts";

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), "switchboard-test-"));
});
afterEach(() => rm(dataDir, { recursive: true }));

test("makes a key once, readable by its owner only", async () => {
  const first = await loadSecretKey({ secretKey: undefined, databaseUrl: undefined, dataDir });
  expect(first).toHaveLength(44);
  expect((await stat(path.join(dataDir, "secret.key"))).mode & 0o777).toBe(0o600);
  expect(await loadSecretKey({ secretKey: undefined, databaseUrl: undefined, dataDir })).toBe(
    first,
  );
});

test("asks for SECRET_KEY with an outside database", async () => {
  const load = loadSecretKey({ secretKey: undefined, databaseUrl: "postgresql://db/x", dataDir });
  await expect(load).rejects.toThrow("SECRET_KEY is required");
});

test("refuses a damaged key file instead of making a new key", async () => {
  await writeFile(path.join(dataDir, "secret.key"), "");
  await expect(
    loadSecretKey({ secretKey: undefined, databaseUrl: undefined, dataDir }),
  ).rejects.toThrow("Restore it from your backup");
});
