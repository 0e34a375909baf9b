import { rmSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { StartError } from "../start-error.ts";
import { readPidFile } from "./postgres-process.ts";
import { commandOf, isAlive } from "./process-mark.ts";

const PATIENCE_MS = 1_500; // for a clean stop; after that it is cut off and recovers when started again

/**
 * Stops a PostgreSQL server that outlived the Switchboard that started it, and removes a note of one that is long gone.
 * Call it only while holding the data directory's lock.
 */
export async function stopOrphan(clusterDir: string): Promise<"none" | "stopped"> {
  const pid = Number(readPidFile(clusterDir)[0]);
  if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid)) return "none"; // PostgreSQL clears a dead one's note itself
  if (!commandOf(pid).includes("postgres")) {
    rmSync(path.join(clusterDir, "postmaster.pid"), { force: true }); // the pid is somebody else's by now
    return "none";
  }
  for (const signal of ["SIGINT", "SIGQUIT", "SIGKILL"] as const) {
    try {
      process.kill(pid, signal);
    } catch (cause) {
      if (!isAlive(pid)) return "stopped";
      throw new StartError(
        `A PostgreSQL of another account (process ${pid}) still runs on ${clusterDir}. Stop it first.`,
        { cause },
      );
    }
    for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await sleep(20)) {
      if (!isAlive(pid)) return "stopped";
    }
  }
  throw new StartError(`PostgreSQL process ${pid} on ${clusterDir} does not stop.`);
}
