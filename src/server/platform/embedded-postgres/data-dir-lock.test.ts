import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { lockDataDir } from "./data-dir-lock.ts";
import { processMark } from "./process-mark.ts";

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), "switchboard-test-"));
});
afterEach(() => rmSync(dataDir, { recursive: true }));

const file = () => path.join(dataDir, "switchboard.lock");
const leave = (holder: object) =>
  writeFileSync(file(), JSON.stringify({ startedAt: "then", address: "there", ...holder }));

test("refuses while the holder lives and names it", async () => {
  leave({ pid: process.ppid, mark: processMark(process.ppid) });
  await expect(lockDataDir(dataDir, "here")).rejects.toThrow(
    `process ${process.ppid}, started at then, at there`,
  );
});

test("takes over from a dead holder", async () => {
  leave({ pid: 2 ** 22 + 1 }); // above the largest pid there is
  (await lockDataDir(dataDir, "here")).release();
});

test("takes over when the holder's pid belongs to somebody else by now", async () => {
  leave({ pid: process.ppid, mark: "another boot 1" });
  (await lockDataDir(dataDir, "here")).release();
});

test("takes over a damaged lock", async () => {
  writeFileSync(file(), "");
  (await lockDataDir(dataDir, "here")).release();
});

test("leaves nothing behind when released", async () => {
  const lock = await lockDataDir(dataDir, "here");
  expect(existsSync(file())).toBe(true);
  lock.release();
  expect(existsSync(file())).toBe(false);
});

test("refuses a second lock in the same process", async () => {
  const lock = await lockDataDir(dataDir, "here");
  await expect(lockDataDir(dataDir, "here")).rejects.toThrow(`process ${process.pid}`);
  lock.release();
});

test("lets one of many take over from a dead holder", async () => {
  leave({ pid: 2 ** 22 + 1 });
  const attempts = await Promise.allSettled(
    Array.from({ length: 20 }, () => lockDataDir(dataDir, "here")),
  );
  expect(attempts.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(readdirSync(dataDir)).toEqual(["switchboard.lock"]);
});
