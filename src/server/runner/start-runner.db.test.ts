import { createLogger } from "#server/platform";
import { type Runner, startRunner } from "#server/runner";
import { createStore } from "#server/store";
import {
  aMessage,
  newContactId,
  realEngine,
  seedWorkspace,
  supportRunGraph,
  testDatabase,
} from "#testing";
import { afterAll, beforeAll, expect, test } from "vitest";

const database = testDatabase(import.meta.url);
const store = createStore({ connectionString: database.connectionString });
const log = createLogger({ level: "warn", format: "text" });
let runner: Runner;
beforeAll(() => {
  runner = startRunner({ store, engine: realEngine, announce: () => undefined, log });
});
afterAll(async () => {
  await runner.stop();
  await store.close();
});

test("runs a SupportRun from its first message to the closed conversation", async () => {
  const { workspaceId, memberIds } = await seedWorkspace(store, {
    members: 3,
    graph: supportRunGraph,
  });
  const contactId = newContactId();
  const first = await runner.accept(aMessage({ workspaceId, contactId, text: "help me" }));
  expect(first).toMatchObject({ state: "processed", problem: null });
  const { conversationId } = first;
  const second = await runner.accept(
    aMessage({ workspaceId, contactId, conversationId, text: "Ann@Example.com" }),
  );
  expect(second).toMatchObject({ state: "processed", problem: null, conversationId });
  const [conversation] = await store.query({
    text: "select status, assignee_id, last_sequence from conversation where workspace_id = $1",
    values: [workspaceId],
  });
  expect(conversation).toMatchObject({ status: "closed", assignee_id: memberIds[0] });
  const runs = await store.query({
    text: "select state from run where workspace_id = $1",
    values: [workspaceId],
  });
  expect(runs).toEqual([{ state: "completed" }]);
  const left = await store.query({
    text: `select (select count(*) from active_run where workspace_id = $1) as runs, (select count(*) from timer where workspace_id = $1) as timers,
      (select count(*) from assignment_wait where workspace_id = $1) as waits, (select sum(open_count) from member where workspace_id = $1) as open,
      (select count(*) from assignment where workspace_id = $1) as assignments, (select count(*) from event where workspace_id = $1) as events`,
    values: [workspaceId],
  });
  expect(left).toEqual([{ runs: 0, timers: 0, waits: 0, open: 0, assignments: 1, events: 2 }]);
});
