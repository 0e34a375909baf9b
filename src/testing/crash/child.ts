/**
 * The process that dies in crash tests: a runner on `DATABASE_URL`, or on an embedded PostgreSQL of its own in `DATA_DIR`.
 * Its actions are calls of the fake provider at `PROVIDER_URL`.
 * `CRASH_AT=name:n` makes it kill itself when it comes to that crash point for the n-th time. Never part of production.
 */
import { createLogger, startEmbeddedPostgres } from "#server/platform";
import { type CrashPoint, startRunner } from "#server/runner";
import { createStore, migrate } from "#server/store";
import path from "node:path";
import { engineWithTestActions } from "../integrations/call-engine.ts";
import { type FromChild, toChildSchema } from "./protocol.ts";
import { actorsOf } from "./provider-actors.ts";

const { DATA_DIR, DATABASE_URL, CRASH_AT, CLOCK_AHEAD_MS, PROVIDER_URL } = process.env;
const log = createLogger({ level: "error", format: "text" });
let aheadMs = Number(CLOCK_AHEAD_MS ?? 0);

const connectionString = await connect();
const store = createStore({ connectionString });
await migrate(store, path.join(process.cwd(), "src/server/store/migrations"));
const crashPoint = dieAt(CRASH_AT);
const runner = startRunner({
  store,
  engine: engineWithTestActions,
  ...(PROVIDER_URL === undefined ? {} : { actors: actorsOf(PROVIDER_URL, crashPoint) }),
  announce: () => undefined,
  log,
  crashPoint,
  now: () => Date.now() + aheadMs,
});

process.on("message", (message) => {
  const parsed = toChildSchema.parse(message);
  if (parsed.type === "move_clock") {
    aheadMs = parsed.aheadMs;
    void runner.checkTimers();
    void runner.checkCalls();
    return;
  }
  const { id } = parsed;
  runner.accept(parsed.event).then(
    (accepted) => say({ type: "accepted", id, accepted }),
    (error: unknown) => say({ type: "refused", id, ...describe(error) }),
  );
});
process.on("disconnect", () => process.exit());
say({ type: "ready", connectionString });

function say(message: FromChild): void {
  process.send?.(message);
}

async function connect(): Promise<string> {
  if (DATABASE_URL !== undefined) return DATABASE_URL;
  if (DATA_DIR === undefined) throw new Error("set DATABASE_URL or DATA_DIR");
  return (await startEmbeddedPostgres({ dataDir: DATA_DIR, log })).connectionString;
}

/** SIGKILL, as a power cut does it: nothing is flushed, closed or said. */
function dieAt(place: string | undefined): CrashPoint {
  const [point, times] = (place ?? "").split(":");
  let left = Number(times ?? 1);
  return (name) => {
    if (name !== point) return;
    left -= 1;
    if (left <= 0) process.kill(process.pid, "SIGKILL");
  };
}

function describe(error: unknown): { code: string; message: string } {
  if (!(error instanceof Error)) return { code: "unknown", message: String(error) };
  const code = "code" in error && typeof error.code === "string" ? error.code : error.name;
  return { code, message: error.message };
}
