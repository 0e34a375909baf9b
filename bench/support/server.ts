import { readFileSync, readdirSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Logger, startEmbeddedPostgres } from "#server/platform";
import { type Store, createStore, migrate } from "#server/store";

/** A PostgreSQL of the bench's own with production settings: durable on commit. */
export interface BenchServer {
  readonly store: Store;
  readonly connectionString: string;
  /** Processor time of the server's processes so far; NaN where the system does not tell. */
  cpuSeconds(): number;
  stop(): Promise<void>;
}

export async function startServer(log: Logger): Promise<BenchServer> {
  const dataDir = await mkdtemp(path.join(tmpdir(), "switchboard-bench-"));
  const server = await startEmbeddedPostgres({
    dataDir,
    log,
    address: "a bench",
    settings: { max_connections: "120" }, // the floor alone wants 64
  });
  const store = createStore({ connectionString: server.connectionString });
  await migrate(store, path.join(process.cwd(), "src/server/store/migrations"));
  const postmaster = readPostmaster(dataDir);
  return {
    store,
    connectionString: server.connectionString,
    cpuSeconds: () => readCpuSeconds(postmaster),
    async stop() {
      await store.close();
      await server.stop();
      await rm(dataDir, { recursive: true });
    },
  };
}

/** Processor time of this process's children that have ended, such as pgbench. */
export function endedChildrenCpuSeconds(): number {
  return sum(readStat("self").slice(13, 15)) / TICKS_PER_SECOND;
}

function readPostmaster(dataDir: string): string | undefined {
  return readFileSync(path.join(dataDir, "postgres", "postmaster.pid"), "utf8").split("\n")[0];
}

const TICKS_PER_SECOND = 100; // what Linux shows in /proc, whatever it counts in

/** The server's first process with those it has seen end, and every one it has started. */
function readCpuSeconds(postmaster: string | undefined): number {
  if (process.platform !== "linux" || postmaster === undefined) return NaN;
  let ticks = 0;
  for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    const fields = readStat(pid);
    const [parent, own, ended] = [fields[1], fields.slice(11, 13), fields.slice(13, 15)];
    if (pid === postmaster || parent === postmaster) ticks += sum(own);
    if (pid === postmaster) ticks += sum(ended);
  }
  return ticks / TICKS_PER_SECOND;
}

const sum = (fields: readonly string[]) =>
  fields.reduce((total, field) => total + Number(field), 0);

/** Fields from the third on: the second is a name in brackets that may hold spaces. */
function readStat(pid: string): string[] {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    return text.slice(text.lastIndexOf(")") + 2).split(" ");
  } catch {
    return []; // it has just ended
  }
}
