import { createHash, randomInt } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { minute } from "#core/domain";
import { crashPoints } from "#server/runner";
import { type Store, createStore } from "#server/store";
import {
  type FakeProvider,
  type ProcessThatDies,
  buildChild,
  crashGraph,
  crowd,
  findCallMistakes,
  findMistakes,
  play,
  playCalls,
  seedWorkspace,
  startFakeProvider,
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

const callPoints = crashPoints.slice(crashPoints.indexOf("before_dispatch"));
const lanePoints = crashPoints.filter((point) => !callPoints.includes(point));

test.each(lanePoints)("survives kill -9 at %s", async (point) => {
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

describe("with calls of another machine", () => {
  let provider: FakeProvider;
  beforeAll(async () => {
    provider = await startFakeProvider();
  });
  afterAll(() => provider.stop());

  const aServer = (crashAt?: string) =>
    startProcessThatDies({
      child,
      environment: { DATABASE_URL: database.connectionString, PROVIDER_URL: provider.url },
      ...(crashAt === undefined ? {} : { crashAt }),
    });

  test.each(callPoints)(
    "kill -9 at %s: keyed calls are applied once, unkeyed ones sent at most once",
    async (point) => {
      // where every call comes by, not the first one: some are over and others on their way
      const times = point === "during_call" || point === "after_call" ? 4 : 1;
      const server = await aServer(`${point}:${times}`);
      const played = await playCalls(store, [server]);
      await server.hasDied(1);
      expect(await findCallMistakes(store, [server], provider, played)).toEqual([]);
      expect(server.deaths).toBe(1);
      await server.stop();
    },
  );

  test("two processes on one database send nothing twice, also when one dies", async () => {
    // Which of them makes the calls is settled by who is quicker, so each dies of its first one.
    const servers = [await aServer("after_call:1"), await aServer("after_call:1")];
    const played = await playCalls(store, servers);
    await Promise.race(servers.map((server) => server.hasDied(1)));
    expect(await findCallMistakes(store, servers, provider, played)).toEqual([]);
    await Promise.all(servers.map((server) => server.stop()));
  });

  test("a process that is stopped in the middle of its calls and wakes after its lease changes nothing", async () => {
    const frozen = await aServer();
    provider.answerDelayMs = 1_500; // the calls take two seconds at most
    const played = await playCalls(store, [frozen]);
    const ids = [played.workspaces.map(({ seeded }) => seeded.workspaceId)];
    const isCalling = async (): Promise<boolean> => {
      const started = await store.query({
        text: "select from outbox where workspace_id = any($1::uuid[]) and state = 'started'",
        values: ids,
      });
      return started.length > 0;
    };
    await vi.waitUntil(isCalling, { timeout: 10_000 });
    frozen.freeze();
    provider.answerDelayMs = 20;
    const other = await aServer();
    // its lease is over for the other, which goes on without it
    for (const one of [other, frozen]) one.advanceClock(minute);
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    frozen.wake();
    expect(await findCallMistakes(store, [other, frozen], provider, played)).toEqual([]);
    const [lapsed] = await store.query<{ count: number }>({
      text: "select count(*) from outbox where workspace_id = any($1::uuid[]) and (attempt > 1 or state = 'unknown')",
      values: ids,
    });
    expect(lapsed?.count).toBeGreaterThan(0);
    expect([frozen.deaths, other.deaths]).toEqual([0, 0]);
    await Promise.all([frozen.stop(), other.stop()]);
  });
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
