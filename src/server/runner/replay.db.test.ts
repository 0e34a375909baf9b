import {
  type ContactId,
  defaultSettings,
  type Moment,
  noAttention,
  type Workspace,
  type WorkspaceId,
} from "#core/domain";
import { compileVersion, type EngineWorld, type LaneState, replayLane } from "#core/engine";
import { createLogger } from "#server/platform";
import { startRunner } from "#server/runner";
import {
  createStore,
  loadLaneLog,
  loadLiveWorkflows,
  type RunRow,
  toRun,
  toWorkspace,
} from "#server/store";
import {
  aMessage,
  newContactId,
  realEngine,
  seedWorkspace,
  supportRunGraph,
  testDatabase,
} from "#testing";
import { aContact } from "#testing/builders";
import { afterAll, expect, test, vi } from "vitest";

const database = testDatabase(import.meta.url);
const store = createStore({ connectionString: database.connectionString });
const log = createLogger({ level: "error", format: "json", output: { write: () => true } });
const runner = startRunner({ store, engine: realEngine, announce: () => undefined, log });
afterAll(async () => {
  await runner.stop();
  await store.close();
});

/** The world as it was: the same workflows were live all the time. */
async function worldOf(workspaceId: WorkspaceId): Promise<(now: Moment) => EngineWorld> {
  const workspace: Workspace = toWorkspace(
    {
      workspace_id: workspaceId,
      slug: `w-${workspaceId}`,
      name: "Test",
      timezone: "UTC",
      language: "en",
      is_demo: false,
      config_revision: 0,
      settings: defaultSettings,
      ai_agents: [],
    },
    [],
  );
  const { steps, triggers, actions } = realEngine;
  const live = (await loadLiveWorkflows(store, workspaceId)).map((workflow) => {
    const result = compileVersion(workflow.version, steps, triggers);
    if (!result.ok) throw new Error("a published version does not compile");
    return { workflow, compiled: result.version };
  });
  return (now) => ({
    now,
    workspace,
    steps,
    triggers,
    actions,
    live,
    retired: [],
    version: (id) => live.find(({ compiled }) => compiled.id === id)?.compiled,
  });
}

const emptyLane = (workspaceId: WorkspaceId, contactId: ContactId, at: Moment): LaneState => ({
  contact: aContact({ id: contactId, workspaceId, firstSeenAt: at, lastSeenAt: at }),
  visitorSessions: [],
  conversations: [],
  runs: [],
  visits: [],
  timers: [],
  starts: [],
  attention: noAttention,
  goals: [],
});

const runsOf = async (workspaceId: WorkspaceId, contactId: ContactId) =>
  (
    await store.query<RunRow>({
      text: "select * from run where workspace_id = $1 and contact_id = $2 order by run_id",
      values: [workspaceId, contactId],
    })
  ).map(toRun);

test("the stored events of a contact give the same runs again, byte for byte", async () => {
  const { workspaceId, memberIds } = await seedWorkspace(store, {
    members: 3,
    graph: (teamId) => supportRunGraph(teamId, { closes: false }),
  });
  const contacts = Array.from({ length: 12 }, () => newContactId());
  const say = (contactId: ContactId, text: string) =>
    runner.accept(aMessage({ workspaceId, contactId, text }));
  await Promise.all(contacts.map((contactId) => say(contactId, "help me")));
  // Some answer at once, some wrongly first, one is taken over by a person and continued.
  await Promise.all(
    contacts.map((contactId, n) => say(contactId, n % 3 === 0 ? "what?" : `c${n}@shop.example`)),
  );
  await Promise.all(contacts.map((contactId, n) => say(contactId, `again${n}@shop.example`)));
  await Promise.all(contacts.map((contactId) => say(contactId, "one more thing")));
  await vi.waitUntil(async () => {
    const [row] = await store.query<{ count: number }>({
      text: "select count(*)::int as count from event where workspace_id = $1 and state = 'pending'",
      values: [workspaceId],
    });
    return row?.count === 0;
  });
  const worldAt = await worldOf(workspaceId);
  expect(memberIds).toHaveLength(3);
  let compared = 0;
  for (const contactId of contacts) {
    const { entries, outcomeOf } = await loadLaneLog(store, workspaceId, contactId);
    const [first] = entries;
    if (first === undefined) throw new Error("nothing was stored");
    const lane = emptyLane(workspaceId, contactId, first.handledAt);
    const replayed = replayLane(worldAt, lane, entries, outcomeOf);
    const stored = await runsOf(workspaceId, contactId);
    expect(stored.length).toBeGreaterThan(0);
    for (const run of stored) {
      expect(JSON.stringify(replayed.get(run.id), sorted)).toBe(JSON.stringify(run, sorted));
      compared += 1;
    }
    expect(replayed.size).toBe(stored.length);
  }
  expect(compared).toBeGreaterThanOrEqual(contacts.length);
});

/** Rows come back with their keys in another order. */
const sorted = (_key: string, value: unknown): unknown =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
    : value;
