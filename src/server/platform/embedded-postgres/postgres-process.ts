import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { closeSync, openSync, readFileSync, renameSync, statSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { StartError } from "../start-error.ts";
import { type PostgresAccount, commandAs } from "./postgres-account.ts";
import { type PostgresBinaries, programPath } from "./postgres-binaries.ts";

const READY_TIMEOUT_MS = 120_000; // recovery after a crash under full load replays up to max_wal_size
const STOP_TIMEOUT_MS = 10_000;
const LOG_LIMIT_BYTES = 10_000_000;

/**
 * Runs the server (the words after the script) and, beside it, waits for our end of standard input to close.
 * That happens also when we are killed with -9; then the server is asked to stop fast.
 */
const TIED_TO_US = `exec 3<&0 </dev/null
(IFS= read -r word <&3; [ "$word" = done ] || kill -INT $$) &
exec "$@" 3<&-`;

/** One PostgreSQL server as our child. */
export interface PostgresProcess {
  pid: number;
  /** Resolves when it has ended, for whatever reason. */
  ended: Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts a server on an initialised cluster and resolves when it takes connections.
 * @throws StartError with the end of its log when it does not come up.
 */
export async function startPostgresProcess(options: {
  binaries: PostgresBinaries;
  account: PostgresAccount;
  clusterDir: string;
  logFile: string;
  settings: Record<string, string>;
}): Promise<PostgresProcess> {
  const { binaries, account, clusterDir, logFile } = options;
  const flags = Object.entries(options.settings).flatMap(([name, value]) => [
    "-c",
    `${name}=${value}`,
  ]);
  const command = commandAs(account, programPath(binaries, "postgres"), [
    "-D",
    clusterDir,
    ...flags,
  ]);
  const log = openLog(logFile);
  const child = spawnTied(command.file, command.args, command.options, log);
  closeSync(log);
  const ended = new Promise<void>((resolve) => {
    child.once("error", () => resolve());
    child.once("exit", () => {
      child.stdin?.end("done\n");
      resolve();
    });
  });
  child.stdin?.on("error", () => undefined); // the watcher may be gone first
  const started = {
    pid: child.pid ?? 0,
    ended,
    stop: () => stop(child, ended, programPath(binaries, "pg_ctl"), clusterDir),
  };
  if (!(await becomesReady(child, clusterDir))) {
    await started.stop();
    throw new StartError(
      `The embedded PostgreSQL did not start. The end of ${logFile}:\n${endOf(logFile)}`,
    );
  }
  return started;
}

function spawnTied(file: string, args: string[], options: object, log: number): ChildProcess {
  if (process.platform === "win32")
    return spawn(file, args, { ...options, stdio: ["ignore", log, log], windowsHide: true });
  // detached: Ctrl-C in the terminal reaches only us, and we stop it when our own work is finished
  return spawn("/bin/sh", ["-c", TIED_TO_US, "sh", file, ...args], {
    ...options,
    stdio: ["pipe", log, log],
    detached: true,
  });
}

async function becomesReady(child: ChildProcess, clusterDir: string): Promise<boolean> {
  for (const until = Date.now() + READY_TIMEOUT_MS; Date.now() < until; await sleep(20)) {
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined)
      return false;
    const lines = readPidFile(clusterDir);
    const isItsOwn = process.platform === "win32" || lines[0] === String(child.pid);
    if (isItsOwn && lines[7] === "ready") return true; // the eighth line is the state
  }
  return false;
}

async function stop(
  child: ChildProcess,
  ended: Promise<void>,
  pgCtl: string,
  clusterDir: string,
): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  if (process.platform === "win32")
    spawnSync(pgCtl, ["stop", "-D", clusterDir, "-m", "fast"], { windowsHide: true });
  for (const signal of ["SIGINT", "SIGQUIT", "SIGKILL"] as const) {
    child.kill(signal); // fast: roll back and write everything; quit: recover at the next start
    if (await endsWithin(ended, STOP_TIMEOUT_MS)) return;
  }
}

async function endsWithin(ended: Promise<void>, milliseconds: number): Promise<boolean> {
  const timer = new AbortController();
  const late = sleep(milliseconds, false, { signal: timer.signal }).catch(() => false);
  const isOver = await Promise.race([ended.then(() => true), late]);
  timer.abort();
  return isOver;
}

/** Returns the lines of the file by which a running server is known: pid, folder, start, port, socket folder, address, shared memory, state. */
export function readPidFile(clusterDir: string): string[] {
  try {
    return readFileSync(path.join(clusterDir, "postmaster.pid"), "utf8")
      .split("\n")
      .map((line) => line.trim());
  } catch {
    return [];
  }
}

function openLog(file: string): number {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LOG_LIMIT_BYTES) renameSync(file, `${file}.1`);
  return openSync(file, "a", 0o600);
}

function endOf(file: string): string {
  return readFileSync(file, "utf8").trim().split("\n").slice(-8).join("\n");
}
