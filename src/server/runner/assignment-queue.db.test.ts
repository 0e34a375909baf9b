/** The queue of SPEC 3 "Assign To": in which order places are given out. */
import { type JsonObject } from "#core/domain";
import { createLogger } from "#server/platform";
import { type Runner, startRunner } from "#server/runner";
import { createStore } from "#server/store";
import {
  type Opened,
  assignGraph,
  assignmentDesk,
  pick,
  realEngine,
  seedWorkspace,
  testDatabase,
} from "#testing";
import { afterAll, afterEach, describe, expect, test, vi } from "vitest";

const database = testDatabase(import.meta.url);
const store = createStore({ connectionString: database.connectionString, maxConnections: 20 });
const log = createLogger({ level: "silent", format: "text" });

const {
  open,
  happen,
  close,
  goes,
  assigneeOf,
  countsOf,
  holdLane,
  isQueued,
  isOffered,
  addTeam,
  control,
} = assignmentDesk(store);
const runners: Runner[] = [];
afterEach(async () => {
  await Promise.all(runners.splice(0).map((runner) => runner.stop()));
});
afterAll(() => store.close());

function aRunner(): Runner {
  const runner = startRunner({ store, engine: realEngine, announce: () => undefined, log });
  runners.push(runner);
  return runner;
}

const aWorkspace = (
  members: number,
  config: JsonObject = {},
  presence: "online" | "offline" = "online",
) =>
  seedWorkspace(store, {
    members,
    presence,
    graph: (teamId) => assignGraph({ target: { type: "team", team_id: teamId }, ...config }),
  });

/** Well before the sweep, which looks for forgotten waits every 30 s. */
const soon = { timeout: 8_000 };
const untilAssigned = (opened: Opened) =>
  vi.waitUntil(async () => (await assigneeOf(opened)) !== null, soon);

describe("the queue", () => {
  test("serves higher priorities first, also when they were raised while waiting, then the oldest", async () => {
    const seeded = await aWorkspace(1, { open_limit: 1 });
    const runner = aRunner();
    let had = await open(runner, seeded);
    const waiting: Opened[] = [];
    for (let index = 0; index < 4; index += 1) waiting.push(await open(runner, seeded));
    const raise = (index: number, priority: "low" | "high" | "urgent") =>
      happen(runner, seeded, pick(waiting, index).contactId, {
        type: "conversation_changed",
        conversationId: pick(waiting, index).conversationId,
        priority,
        byMemberId: null,
      });
    await raise(0, "low");
    await raise(2, "high");
    await raise(3, "urgent");
    for (const index of [3, 2, 1, 0]) {
      await close(runner, seeded, had);
      had = pick(waiting, index);
      await untilAssigned(had);
    }
  });

  test("is not jumped by who comes when the first in it is about to be served", async () => {
    const seeded = await aWorkspace(1, { open_limit: 1 });
    const [here, there] = [aRunner(), aRunner()];
    const [had, first] = [await open(here, seeded), await open(here, seeded)];
    const letGo = await holdLane(seeded, first);
    await close(there, seeded, had);
    expect(await isOffered(first)).toBe(true);
    const late = await open(there, seeded);
    expect([await assigneeOf(late), await countsOf(seeded)]).toEqual([null, [0]]);
    await letGo();
    await untilAssigned(first);
    expect(await assigneeOf(late)).toBeNull();
    await close(there, seeded, first);
    await untilAssigned(late);
  });

  test("is not jumped by another team whose member could serve it", async () => {
    const seeded = await aWorkspace(1, { open_limit: 1 });
    const runner = aRunner();
    const [had, first] = [await open(runner, seeded), await open(runner, seeded)];
    const other = await addTeam(seeded, seeded.memberIds);
    await store.query({
      text: "update version set graph = jsonb_set(graph, '{steps,0,config,target,team_id}', to_jsonb($2::text)) where workspace_id = $1",
      values: [seeded.workspaceId, other],
    });
    const elsewhere = aRunner(); // has not read the version yet
    const letGo = await holdLane(seeded, first);
    await close(runner, seeded, had);
    const late = await open(elsewhere, seeded);
    expect(await assigneeOf(late)).toBeNull();
    await letGo();
    await untilAssigned(first);
    await close(elsewhere, seeded, first);
    await untilAssigned(late);
  });

  test("gives a place on when the run that was told of it waits no longer", async () => {
    const seeded = await aWorkspace(1, { open_limit: 1 });
    const runner = aRunner();
    const [had, first, second] = [
      await open(runner, seeded),
      await open(runner, seeded),
      await open(runner, seeded),
    ];
    const letGo = await holdLane(seeded, first);
    expect(await close(runner, seeded, first)).toMatchObject({ state: "pending" });
    await close(runner, seeded, had);
    expect(await isOffered(first)).toBe(true);
    await letGo();
    await untilAssigned(second);
    expect(await countsOf(seeded)).toEqual([1]);
  });

  test("lets a paused run go by: it takes no place and keeps nobody from one", async () => {
    const seeded = await aWorkspace(1, { open_limit: 1 });
    const runner = aRunner();
    const [had, paused, second] = [
      await open(runner, seeded),
      await open(runner, seeded),
      await open(runner, seeded),
    ];
    await control(runner, seeded, paused, "pause");
    expect(await isQueued(1, seeded)).toBe(true);
    await close(runner, seeded, had);
    await untilAssigned(second);
    await control(runner, seeded, paused, "continue");
    expect(await isQueued(1, seeded)).toBe(true);
    await close(runner, seeded, second);
    await untilAssigned(paused);
  });

  test("gives a member who comes online all they have room for, in order", async () => {
    const seeded = await aWorkspace(1, { open_limit: 30 }, "offline");
    const runner = aRunner();
    const waiting: Opened[] = [];
    for (let index = 0; index < 40; index += 1) waiting.push(await open(runner, seeded));
    await goes(runner, seeded, pick(seeded.memberIds, 0), "online");
    await vi.waitUntil(() => isQueued(10, seeded), soon);
    expect(await countsOf(seeded)).toEqual([30]);
    const served = await Promise.all(waiting.map(assigneeOf));
    expect(served.map((assignee) => assignee !== null)).toEqual(
      waiting.map((_, index) => index < 30),
    );
  });
});
