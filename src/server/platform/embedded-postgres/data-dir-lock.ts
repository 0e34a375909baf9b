import { createHash, randomBytes } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { StartError } from "../start-error.ts";
import { isAlive, processMark } from "./process-mark.ts";

const TRIES = 100; // two starters that find the same stale lock take turns, 20 ms each

const holderSchema = z.object({
  pid: z.int(),
  mark: z.string().optional(),
  startedAt: z.string(),
  address: z.string(),
});
type Holder = z.infer<typeof holderSchema>;

export interface DataDirLock {
  release(): void;
}

/**
 * Takes the data directory for this process, until released or dead. A live holder keeps it however
 * long it is silent; the lock of a dead one is taken over, also when its pid belongs to somebody new.
 * @throws StartError that names the holder.
 */
export async function lockDataDir(dataDir: string, address: string): Promise<DataDirLock> {
  mkdirSync(dataDir, { recursive: true });
  const file = path.join(dataDir, "switchboard.lock");
  const mine = `${file}.${process.pid}-${randomBytes(4).toString("hex")}`;
  const startedAt = new Date().toISOString();
  const mark = processMark(process.pid);
  writeFileSync(mine, `${JSON.stringify({ pid: process.pid, mark, startedAt, address })}\n`);
  try {
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      const outcome = claim(mine, file);
      if (outcome === "ours") return { release: () => release(file) };
      if (outcome !== "again") throw refusal(dataDir, outcome);
      await sleep(20);
    }
    throw new StartError(
      `${file} cannot be taken. Delete it if no Switchboard runs on ${dataDir}.`,
    );
  } finally {
    rmSync(mine, { force: true });
  }
}

/**
 * Makes `file` ours when nobody has it or its holder is dead. Many may see the same dead holder at once, so the
 * right to replace exactly this content is itself a lock, named after the content, and claimed in the same way.
 */
function claim(mine: string, file: string): "ours" | "again" | Holder {
  if (tryLink(mine, file)) return "ours";
  const found = readText(file);
  if (found === undefined) return "again"; // released just now
  const holder = parseHolder(found);
  if (holder !== undefined && isAlive(holder.pid, holder.mark)) return holder;
  const right = `${file}.${createHash("sha256").update(found).digest("hex").slice(0, 8)}`;
  if (claim(mine, right) !== "ours") return "again";
  try {
    if (readText(file) !== found) return "again"; // somebody had the right before us
    linkSync(mine, `${mine}.new`);
    renameSync(`${mine}.new`, file);
    return "ours";
  } finally {
    rmSync(right, { force: true });
  }
}

/** Makes `target` the same file as `source`, all at once, unless there is one already. */
function tryLink(source: string, target: string): boolean {
  try {
    linkSync(source, target);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}

function release(file: string): void {
  if (parseHolder(readText(file) ?? "")?.pid === process.pid) rmSync(file, { force: true });
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}

/** Reads who holds a lock; `undefined` when the file is damaged, as after a power cut. */
function parseHolder(text: string): Holder | undefined {
  try {
    return holderSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

function refusal(dataDir: string, holder: Holder): StartError {
  return new StartError(
    `Another Switchboard already uses ${dataDir}: process ${holder.pid}, started at ${holder.startedAt}, at ${holder.address}. ` +
      `Stop it, or give this one a folder and a port of its own, for example: DATA_DIR=./data-2 PORT=4801 npm start`,
  );
}
