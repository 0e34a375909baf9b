import { type Moment, day } from "#core/domain";
import { createLogger, newUuid } from "#server/platform";
import { startRunner } from "#server/runner";
import { createStore } from "#server/store";
import { crashGraph, realEngine, seedWorkspace, testDatabase } from "#testing";
import { afterAll, beforeAll, expect, test } from "vitest";

const database = testDatabase(import.meta.url);
const store = createStore({ connectionString: database.connectionString });
const log = createLogger({ level: "fatal", format: "text" });
const start = Date.UTC(2026, 5, 1);
let now: Moment = start;
const runner = startRunner({
  store,
  engine: realEngine,
  announce: () => undefined,
  log,
  now: () => now,
});
afterAll(async () => {
  await runner.stop();
  await store.close();
});

let workspaceId = "";
beforeAll(async () => {
  ({ workspaceId } = await seedWorkspace(store, { members: 0, graph: crashGraph }));
});

const rows = (text: string, ...values: unknown[]) =>
  store.query<Record<string, unknown>>({ text, values: [workspaceId, ...values] });
const daysAgo = (days: number) => new Date(start - days * day).toISOString();
const left = (table: string) =>
  rows(`select count(*) from ${table} where workspace_id = $1`).then(([row]) => row?.["count"]);

async function aConversation(options: { greeting: boolean; days: number; run?: string }) {
  const [contact, conversation, run] = [newUuid(), newUuid(), newUuid()];
  await rows("insert into lane (workspace_id, lane_id) values ($1, $2)", contact);
  await rows(
    `insert into conversation (workspace_id, conversation_id, contact_id, channel, status, priority, floor_holder, is_greeting,
       last_sequence, contact_read_sequence, member_read_sequence, opened_at, last_activity_at, preview)
     values ($1, $2, $3, 'widget', 'open', 'normal', 'nobody', $4, 1, 0, 0, $5, $5, '')`,
    conversation,
    contact,
    options.greeting,
    daysAgo(options.days),
  );
  await rows(
    `insert into conversation_list (workspace_id, conversation_id, status, is_greeting, last_activity_at, changed_xid)
     values ($1, $2, 'open', $3, $4, pg_current_xact_id())`,
    conversation,
    options.greeting,
    daysAgo(options.days),
  );
  await rows(
    `insert into message (workspace_id, conversation_id, sequence, message_id, author_kind, is_public, is_note, body, delivery, sent_at)
     values ($1, $2, 1, $3, 'workflow', true, false, 'Hello', 'sent', $4)`,
    conversation,
    newUuid(),
    daysAgo(options.days),
  );
  if (options.run === undefined) return conversation;
  await rows(
    `insert into run (workspace_id, run_id, workflow_id, version_id, contact_id, conversation_id, state, data, started_at)
     values ($1, $2, $2, $2, $3, $4, $5, '{}', $6)`,
    run,
    contact,
    conversation,
    options.run,
    daysAgo(options.days),
  );
  if (options.run === "waiting")
    await rows(
      "insert into active_run (workspace_id, contact_id, run_id) values ($1, $2, $3)",
      contact,
      run,
    );
  return conversation;
}

test("greetings go after 30 days with their messages, unless answered or still in a run", async () => {
  const gone = [
    await aConversation({ greeting: true, days: 31 }),
    await aConversation({ greeting: true, days: 90, run: "completed" }),
  ];
  const kept = [
    await aConversation({ greeting: true, days: 29 }),
    await aConversation({ greeting: false, days: 90 }),
    await aConversation({ greeting: true, days: 90, run: "waiting" }),
  ];
  await runner.checkCleanUp();
  for (const table of ["conversation", "conversation_list", "message"]) {
    const there = await rows(`select conversation_id from ${table} where workspace_id = $1`);
    expect(new Set(there.map((row) => row["conversation_id"]))).toEqual(new Set(kept));
  }
  expect(
    await rows("select from run where workspace_id = $1 and conversation_id = any($2)", gone),
  ).toEqual([]);
});

test("keys of doors go after 35 days, however many", async () => {
  await rows(
    `insert into event_source (workspace_id, door, source_key, event_id, body_hash, created_at)
     select $1, 'widget', 'old ' || n, gen_random_uuid(), '', $2 from generate_series(1, 1200) n`,
    daysAgo(36),
  );
  await rows(
    `insert into event_source (workspace_id, door, source_key, event_id, body_hash, created_at)
     values ($1, 'widget', 'young', gen_random_uuid(), '', $2)`,
    daysAgo(34),
  );
  await runner.checkCleanUp();
  expect(await rows("select source_key from event_source where workspace_id = $1")).toEqual([
    { source_key: "young" },
  ]);
});

test("decisions go after 30 days", async () => {
  for (const days of [31, 29])
    await rows(
      `insert into trigger_decision (workspace_id, event_id, workflow_id, contact_id, result, evidence, decided_at)
       values ($1, gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'started', '{}', $2)`,
      daysAgo(days),
    );
  await runner.checkCleanUp();
  expect(await left("trigger_decision")).toBe(1);
});

test("calls go after 35 days once it is known what came of them and no run can ask for them again", async () => {
  const failed = newUuid();
  await rows(
    `insert into run (workspace_id, run_id, workflow_id, version_id, contact_id, state, data, started_at)
     values ($1, $2, $2, $2, $2, 'failed', '{}', $3)`,
    failed,
    daysAgo(36),
  );
  const aCall = (key: string, state: string, days: number, runId: string | null = null) =>
    rows(
      `insert into outbox (workspace_id, call_id, key, contact_id, run_id, kind, integration, request, request_hash, is_repeatable,
         timeout_seconds, state, next_attempt_at, started_at, created_at)
       values ($1, gen_random_uuid(), $2, gen_random_uuid(), $3, 'action', 'shop', '{}', '', true, 10, $4, $5, $5, $5)`,
      key,
      runId,
      state,
      daysAgo(days),
    );
  await aCall("done", "done", 36);
  await aCall("failed", "failed", 36);
  await aCall("young", "done", 34);
  await aCall("unknown", "unknown", 36);
  await aCall("of a run that may be taken up again", "done", 36, failed);
  await runner.checkCleanUp();
  const there = await rows("select key from outbox where workspace_id = $1 order by key");
  expect(there.map(({ key }) => key)).toEqual([
    "of a run that may be taken up again",
    "unknown",
    "young",
  ]);
});
