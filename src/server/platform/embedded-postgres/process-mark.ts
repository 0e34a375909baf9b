import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

/**
 * Returns a text that tells a process from every other that ever has the same pid: the boot and the
 * moment it started. `undefined` where the system does not say, or when there is no such process.
 */
export function processMark(pid: number): string | undefined {
  if (process.platform === "linux") return linuxStat(pid)?.mark;
  if (process.platform === "win32") return undefined;
  return (
    spawnSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).stdout.trim() ||
    undefined
  );
}

/** Tells whether a process still runs: the very same one when its mark is known. */
export function isAlive(pid: number, mark?: string): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EPERM")) return false; // EPERM: alive, another account's
  }
  if (process.platform === "linux" && linuxStat(pid)?.state === "Z") return false; // dead, its parent has not noticed
  const current = processMark(pid);
  return mark === undefined || current === undefined || current === mark;
}

/** Returns the command line of a process, or `""` when it cannot be read. */
export function commandOf(pid: number): string {
  if (process.platform === "win32") return "";
  if (process.platform === "linux")
    return readText(`/proc/${pid}/cmdline`)?.replaceAll("\0", " ").trim() ?? "";
  return spawnSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" }).stdout.trim();
}

function linuxStat(pid: number): { state: string | undefined; mark: string } | undefined {
  const stat = readText(`/proc/${pid}/stat`);
  const boot = readText("/proc/sys/kernel/random/boot_id");
  if (stat === undefined || boot === undefined) return undefined;
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" "); // the name before may hold spaces and brackets
  return { state: fields[0], mark: `${boot.trim()} ${fields[19]}` }; // the 22nd field of stat is the start time
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}
