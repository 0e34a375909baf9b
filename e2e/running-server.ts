import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const home = path.dirname(import.meta.dirname);
const READY_WITHIN_MS = 60_000; // far above what is promised: CI machines are shared

/** A Switchboard started as a person starts it, on data and a port of its own. */
export interface RunningServer {
  readonly url: string;
  /** What it has printed so far, on both channels. */
  output(): string;
  /** Milliseconds from its start to ready. */
  readonly readyAfterMs: number;
  /** The demo login that it printed. */
  demoLogin(): { email: string; password: string };
  /** Asks it to stop and resolves with its exit code. */
  stop(): Promise<number | null>;
  /** Kills it as a power cut would. */
  kill(): Promise<void>;
}

/** Starts the built server and resolves when it is ready. @throws with its output when it ends instead. */
export async function startServer(options: {
  dataDir: string;
  port?: number;
  environment?: Record<string, string>;
  /** Where the clone is, for a script that was bundled to another place. */
  root?: string;
}): Promise<RunningServer> {
  const port = options.port ?? (await findFreePort());
  const startedAt = performance.now();
  const environment = {
    ...options.environment,
    DATA_DIR: options.dataDir,
    PORT: String(port),
  };
  const { child, output } = launch(environment, options.root);
  const url = `http://127.0.0.1:${port}`;
  await untilReady(url, child, output);
  const exited = once(child, "exit");
  return {
    url,
    output,
    readyAfterMs: performance.now() - startedAt,
    demoLogin() {
      const read = (name: string) =>
        new RegExp(`^\\s*${name}: (.+)$`, "m").exec(output())?.[1]?.trim() ?? "";
      return { email: read("email"), password: read("password") };
    },
    async stop() {
      child.kill("SIGTERM");
      await exited;
      return child.exitCode;
    },
    async kill() {
      child.kill("SIGKILL");
      await exited;
    },
  };
}

/** Runs a start that is expected to fail, and resolves with what it said. */
export async function startAndFail(
  environment: Record<string, string>,
): Promise<{ code: number | null; output: string }> {
  const { child, output } = launch(environment);
  await once(child, "exit");
  return { code: child.exitCode, output: output() };
}

/** Finds a port that nobody listens on. */
export async function findFreePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}

function launch(
  environment: Record<string, string>,
  root = home,
): {
  child: ChildProcess;
  output: () => string;
} {
  const child = spawn(process.execPath, [path.join(root, "scripts", "start.mjs")], {
    cwd: root,
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let text = "";
  child.stdout.on("data", (chunk) => (text += String(chunk)));
  child.stderr.on("data", (chunk) => (text += String(chunk)));
  return { child, output: () => text };
}

async function untilReady(url: string, child: ChildProcess, output: () => string): Promise<void> {
  for (
    const until = performance.now() + READY_WITHIN_MS;
    performance.now() < until;
    await sleep(50)
  ) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(`The server ended:\n${output()}`);
    const answer = await fetch(`${url}/readyz`).catch(() => undefined);
    if (answer?.ok && output().includes("Switchboard is ready")) return;
  }
  child.kill("SIGKILL");
  throw new Error(`The server did not become ready:\n${output()}`);
}
