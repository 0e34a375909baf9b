import { createHash, randomInt } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { crashPoints } from "#server/runner";
import { type Store, createStore } from "#server/store";
import {
  type ProcessThatDies,
  buildChild,
  crashGraph,
  crowd,
  findMistakes,
  play,
  seedWorkspace,
  startProcessThatDies,
  testDatabase,
} from "#testing";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";

const database = testDatabase(import.meta.url);
const store = createStore({ connectionString: database.connectionString });
vi.setConfig({ testTimeout: 60_000 });
let child: string;
beforeAll(async () => {
  child = await buildChild();
});
afterAll(() => store.close());

const aWorkspace = () => seedWorkspace(store, { members: crowd.members, graph: crashGraph });

// the second time a batch or a claim comes by, most of the load is in flight
const timesFor = (point: string) => (point.includes("timer") ? 1 : 3);

test.each(crashPoints)("survives kill -9 at %s", async (point) => {
  const seeded = await aWorkspace();
  const server = await startProcessThatDies({
    child,
    environment: { DATABASE_URL: database.connectionString },
    crashAt: `${point}:${timesFor(point)}`,
  });
  const played = await play(server, seeded);
  await server.hasDied(1);
  expect(await findMistakes(store, seeded, played)).toEqual([]);
  expect(server.deaths).toBe(1);
  await server.stop();
});

/** `CRASHES=50` kills more often, `CRASH_SEED=n` repeats a run that failed. */
const { CRASHES, CRASH_SEED } = process.env;
const seeds = Array.from({ length: Number(CRASHES ?? 5) }, (_, index) =>
  CRASH_SEED === undefined ? randomInt(1_000_000) : Number(CRASH_SEED) + index,
);
const LATEST_KILL_MS = 2_500; // about as long as the story takes

describe("with the embedded PostgreSQL dying with it", () => {
  let server: ProcessThatDies;
  let own: Store;
  let dataDir: string;
  beforeAll(async () => {
    dataDir = await mkdtemp(path.join(tmpdir(), "switchboard-crash-"));
    server = await startProcessThatDies({ child, environment: { DATA_DIR: dataDir } });
    own = createStore({ connectionString: server.connectionString });
  });
  afterAll(async () => {
    await own.close();
    await server.stop();
    await rm(dataDir, { recursive: true, maxRetries: 50, retryDelay: 100 });
  });

  test.each(seeds)("survives kill -9 at a random moment (seed %i)", async (seed) => {
    const seeded = await seedWorkspace(own, { members: crowd.members, graph: crashGraph });
    const deaths = server.deaths;
    const killed = new Promise((resolve) => setTimeout(resolve, momentOf(seed))).then(() => {
      server.kill();
      return server.hasDied(deaths + 1);
    });
    const [played] = await Promise.all([play(server, seeded), killed]);
    expect(await findMistakes(own, seeded, played)).toEqual([]);
  });
});

const momentOf = (seed: number) =>
  createHash("sha256").update(String(seed)).digest().readUInt32BE() % LATEST_KILL_MS;
