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
  const mine = `${file}.${process.pid}`;
  writeFileSync(
    mine,
    describe({
      pid: process.pid,
      mark: processMark(process.pid),
      startedAt: new Date().toISOString(),
      address,
    }),
  );
  try {
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      if (tryLink(mine, file)) return { release: () => release(file) };
      const holder = readHolder(file);
      if (holder !== undefined && isAlive(holder.pid, holder.mark)) throw refusal(dataDir, holder);
      if (takeOver(mine, file, holder)) return { release: () => release(file) };
      await sleep(20);
    }
    throw new StartError(
      `${file} cannot be taken. Delete it if no Switchboard runs on ${dataDir}.`,
    );
  } finally {
    rmSync(mine, { force: true });
  }
}

/** Replaces a stale lock. A second, short lock around it keeps two starters from replacing each other. */
function takeOver(mine: string, file: string, stale: Holder | undefined): boolean {
  const guard = `${file}.takeover`;
  if (!tryLink(mine, guard)) {
    const other = readHolder(guard);
    if (other === undefined || !isAlive(other.pid, other.mark)) rmSync(guard, { force: true });
    return false;
  }
  try {
    const now = readHolder(file);
    if (JSON.stringify(now) !== JSON.stringify(stale)) return false;
    renameSync(mine, file);
    return true;
  } finally {
    rmSync(guard, { force: true });
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
  if (readHolder(file)?.pid === process.pid) rmSync(file, { force: true });
}

/** Reads who holds a lock; `undefined` when nobody does or the file is damaged, as after a power cut. */
function readHolder(file: string): Holder | undefined {
  try {
    return holderSchema.safeParse(JSON.parse(readFileSync(file, "utf8"))).data;
  } catch {
    return undefined;
  }
}

function describe(holder: Holder): string {
  return `${JSON.stringify(holder)}\n`;
}

function refusal(dataDir: string, holder: Holder): StartError {
  return new StartError(
    `Another Switchboard already uses ${dataDir}: process ${holder.pid}, started at ${holder.startedAt}, at ${holder.address}. ` +
      `Stop it, or give this one a folder and a port of its own, for example: DATA_DIR=./data-2 PORT=4801 npm start`,
  );
}
