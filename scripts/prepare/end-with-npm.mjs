import { readFileSync } from "node:fs";

const LOOK_EVERY_MS = 500;

/**
 * Ends this process, in order, when the npm that started it is gone. npm passes a signal to the shell
 * between us and it, which does not pass it on; and a killed npm passes nothing.
 */
export function endWithNpm() {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const npm = findNpm(parent);
  const timer = setInterval(() => {
    if (process.ppid === parent && (npm === undefined || isAlive(npm))) return;
    clearInterval(timer);
    process.kill(process.pid, "SIGTERM");
  }, LOOK_EVERY_MS);
  timer.unref();
}

/** Returns the pid of the npm above the shell that is our parent; `undefined` where the system does not say. */
function findNpm(shell) {
  try {
    const stat = readFileSync(`/proc/${shell}/stat`, "utf8");
    const pid = Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").startsWith("npm") ? pid : undefined;
  } catch {
    return undefined;
  }
}

function isAlive(pid) {
  try {
    return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    return false;
  }
}
