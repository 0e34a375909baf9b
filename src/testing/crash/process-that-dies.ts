import { type ChildProcess, fork } from "node:child_process";
import path from "node:path";
import type { Accepted, NewEvent } from "#server/accept";
import { build } from "esbuild";
import { type ToChild, fromChildSchema } from "./protocol.ts";

/** A server process as its callers know it: it may die at any moment, comes back, and what it did not acknowledge is sent again. */
export interface ProcessThatDies {
  /** Sends until it is acknowledged, as every sender does. */
  send(event: NewEvent): Promise<Accepted>;
  advanceClock(ms: number): void;
  kill(): void;
  /** SIGSTOP: it does nothing until it is woken, and does not know of it. */
  freeze(): void;
  wake(): void;
  /** Resolves when it has come back so many times. */
  hasDied(times: number): Promise<void>;
  readonly deaths: number;
  readonly connectionString: string;
  stop(): Promise<void>;
}

const RESTART_LIMIT = 120;

/** Builds the child once; packages stay outside of the bundle. */
export async function buildChild(): Promise<string> {
  const outfile = path.join(process.cwd(), "build", "testing", "crash-child.mjs");
  await build({
    entryPoints: [path.join(import.meta.dirname, "child.ts")],
    outfile,
    bundle: true,
    platform: "node",
    target: "node20",
    format: "esm",
    packages: "external",
    logLevel: "error",
  });
  return outfile;
}

export async function startProcessThatDies(options: {
  child: string;
  environment: Record<string, string>;
  /** Crash point of the first life. */
  crashAt?: string;
}): Promise<ProcessThatDies> {
  const waiting = new Map<number, { event: NewEvent; resolve: (accepted: Accepted) => void }>();
  let fail: (error: Error) => void = () => undefined;
  const broken = new Promise<never>((_resolve, reject) => (fail = reject));
  broken.catch(() => undefined); // heard by whoever waits at that moment
  let lastId = 0;
  let deaths = 0;
  let aheadMs = 0;
  let isStopping = false;
  let connectionString = "";
  let current: ChildProcess;
  let isReady = false;
  const whenReady: (() => void)[] = [];

  function start(crashAt: string | undefined): void {
    const life = fork(options.child, {
      stdio: ["ignore", "inherit", "inherit", "ipc"],
      env: {
        ...process.env,
        ...options.environment,
        CLOCK_AHEAD_MS: String(aheadMs),
        ...(crashAt === undefined ? {} : { CRASH_AT: crashAt }),
      },
    });
    current = life;
    isReady = false;
    life.on("error", () => undefined); // a message to the dead; the exit says it
    life.on("message", (message) => {
      const said = fromChildSchema.parse(message);
      if (said.type === "ready") {
        ({ connectionString } = said);
        isReady = true;
        tell({ type: "move_clock", aheadMs });
        for (const [id, { event }] of waiting) tell({ type: "accept", id, event });
        for (const listener of whenReady.splice(0)) listener();
        return;
      }
      const caller = waiting.get(said.id);
      if (caller === undefined) return;
      if (said.type === "accepted") {
        waiting.delete(said.id);
        caller.resolve(said.accepted);
      } else if (said.code === "database_unreachable" || said.code === "database_busy")
        setTimeout(() => tell({ type: "accept", id: said.id, event: caller.event }), 50);
      else fail(new Error(`refused: ${said.code} ${said.message}`));
    });
    life.on("exit", (code, signal) => {
      if (isStopping) return;
      if (signal !== "SIGKILL" || deaths === RESTART_LIMIT)
        return fail(new Error(`the process ended by itself: ${signal ?? code}`));
      deaths += 1;
      isReady = false;
      start(undefined);
    });
  }
  function tell(message: ToChild): void {
    if (isReady && current.connected) current.send(message);
  }
  const nextReady = () =>
    Promise.race([new Promise<void>((resolve) => whenReady.push(resolve)), broken]);

  start(options.crashAt);
  await nextReady();
  return {
    send(event) {
      const id = (lastId += 1);
      const answer = new Promise<Accepted>((resolve) => waiting.set(id, { event, resolve }));
      tell({ type: "accept", id, event });
      return Promise.race([answer, broken]);
    },
    advanceClock(ms) {
      aheadMs += ms;
      tell({ type: "move_clock", aheadMs });
    },
    kill: () => void current.kill("SIGKILL"),
    freeze: () => void current.kill("SIGSTOP"),
    wake: () => void current.kill("SIGCONT"),
    async hasDied(times) {
      while (deaths < times || !isReady) await nextReady();
    },
    get deaths() {
      return deaths;
    },
    get connectionString() {
      return connectionString;
    },
    async stop() {
      isStopping = true;
      const ended = new Promise((resolve) => current.once("exit", resolve));
      current.kill("SIGTERM");
      await ended;
    },
  };
}
