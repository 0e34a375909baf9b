import { type Moment, day, graphSchema, hour, minute } from "#core/domain";
import { createLogger } from "#server/platform";
import { startRunner } from "#server/runner";
import { createStore } from "#server/store";
import { newContactId, realEngine, seedWorkspace, testDatabase } from "#testing";
import { afterAll, beforeEach, expect, test, vi } from "vitest";
import { fireSchedule } from "./fire-schedule.ts";

const database = testDatabase(import.meta.url);
const store = createStore({ connectionString: database.connectionString });
const log = createLogger({ level: "fatal", format: "text" });
// seedWorkspace publishes on 1 January 2026; the clock is the test's own, a Monday
const start = Date.UTC(2026, 2, 2, 8, 30);
let now: Moment = start;
const aRunner = () =>
  startRunner({ store, engine: realEngine, announce: () => undefined, log, now: () => now });
const runners = [aRunner(), aRunner()];
afterAll(async () => {
  await Promise.all(runners.map((one) => one.stop()));
  await store.close();
});
beforeEach(() => {
  now = start;
});

const check = () => Promise.all(runners.map((one) => one.checkSchedules()));
const rows = (text: string, ...values: unknown[]) =>
  store.query<Record<string, unknown>>({ text, values });

/** Live by the calendar, for paying contacts. */
const reminder = (cron: string) =>
  graphSchema.parse({
    format: 1,
    trigger: {
      type: "schedule",
      config: {
        cron,
        timezone: null,
        audience: {
          match: "all",
          conditions: [{ field: "contact.lifecycle_stage", operator: "equals", value: "paid" }],
        },
      },
      conditions: { match: "all", conditions: [] },
      frequency: { every: "time" },
      on_takeover: "pause",
    },
    trigger_position: { x: 0, y: 0 },
    steps: [
      {
        id: "say",
        type: "send_message",
        name: "Say",
        config: { text: "Your month in numbers" },
        position: { x: 300, y: 0 },
      },
    ],
    edges: [{ from: "trigger", path: "next", to: "say" }],
  });

async function aWorkspace(options: { cron?: string; paid?: number; leads?: number } = {}) {
  const { cron = "0 9 * * *", paid = 3, leads = 2 } = options;
  const seeded = await seedWorkspace(store, { members: 0, graph: () => reminder(cron) });
  const add = (count: number, stage: string) =>
    rows(
      `with made as (
         insert into contact (workspace_id, contact_id, lifecycle_stage, first_seen_at, last_seen_at)
         select $1, c, $3, $4, $4 from unnest($2::uuid[]) c returning contact_id)
       insert into lane (workspace_id, lane_id) select $1, contact_id from made`,
      seeded.workspaceId,
      Array.from({ length: count }, newContactId),
      stage,
      new Date(start).toISOString(),
    );
  await add(paid, "paid");
  await add(leads, "lead");
  await rows(
    "update workspace set config_revision = config_revision + 1 where workspace_id = $1",
    seeded.workspaceId,
  );
  await check();
  return seeded;
}
const fired = (workspaceId: string) =>
  rows(
    `select (body->>'dueAt')::float8 as due, count(*) as events, count(distinct lane_id) as contacts
     from event where workspace_id = $1 and type = 'schedule_fired' group by 1 order by 1`,
    workspaceId,
  );

test("a schedule fires once for each contact of its audience, not before its moment, whichever process finds it", async () => {
  const { workspaceId, workflowId } = await aWorkspace();
  now = start + 30 * minute - 1;
  await check();
  expect(await fired(workspaceId)).toEqual([]);
  now = start + 30 * minute;
  await Promise.all([check(), check()]);
  await check();
  expect(await fired(workspaceId)).toEqual([
    { due: Date.UTC(2026, 2, 2, 9), events: 3, contacts: 3 },
  ]);
  await vi.waitUntil(
    async () =>
      (await rows("select from run where workspace_id = $1 and state = 'completed'", workspaceId))
        .length === 3,
  );
  expect(
    await rows("select distinct workflow_id from run where workspace_id = $1", workspaceId),
  ).toEqual([{ workflow_id: workflowId }]);
});

test("moments missed while nobody ran fire once", async () => {
  const { workspaceId } = await aWorkspace();
  now = start + 3 * day;
  await check();
  await check();
  expect(await fired(workspaceId)).toEqual([
    { due: Date.UTC(2026, 2, 2, 9), events: 3, contacts: 3 },
  ]);
  now = start + 3 * day + 30 * minute;
  await check();
  expect(await fired(workspaceId)).toHaveLength(2);
});

test("a moment told again fires for nobody twice", async () => {
  const { workspaceId } = await aWorkspace();
  now = start + hour;
  await check();
  await rows(
    "update workflow_schedule set next_due_at = $2 where workspace_id = $1",
    workspaceId,
    new Date(Date.UTC(2026, 2, 2, 9)).toISOString(),
  );
  await check();
  expect(await fired(workspaceId)).toEqual([
    { due: Date.UTC(2026, 2, 2, 9), events: 3, contacts: 3 },
  ]);
});

test("what was taken down fires no more", async () => {
  const { workspaceId } = await aWorkspace();
  await rows("update workflow set live_version_id = null where workspace_id = $1", workspaceId);
  now = start + day;
  await check();
  expect(await fired(workspaceId)).toEqual([]);
  expect(await rows("select from workflow_schedule where workspace_id = $1", workspaceId)).toEqual(
    [],
  );
});

test("another timezone of the workspace moves the next moment", async () => {
  const { workspaceId } = await aWorkspace();
  await rows(
    "update workspace set timezone = 'Asia/Kathmandu', config_revision = config_revision + 1 where workspace_id = $1",
    workspaceId,
  );
  await check();
  expect(
    await rows(
      "select round(extract(epoch from next_due_at) * 1000)::float8 as due from workflow_schedule where workspace_id = $1",
      workspaceId,
    ),
  ).toEqual([{ due: Date.UTC(2026, 2, 3, 3, 15) }]);
});

test("a firing reaches at most 10,000 contacts, those seen last", async () => {
  const { workspaceId } = await aWorkspace({ paid: 10_005, leads: 0 });
  await rows(
    `update contact set last_seen_at = last_seen_at - interval '1 day' where workspace_id = $1 and contact_id in (
       select contact_id from contact where workspace_id = $1 order by contact_id limit 5)`,
    workspaceId,
  );
  // rolled back: only what is stored counts here, nobody need handle it
  const undone = store.transaction(async (session) => {
    const stored: unknown[] = [];
    for (;;) {
      const lanes = await fireSchedule(session, realEngine, start + hour);
      if (lanes === null) break;
      stored.push(...lanes.filter((lane) => lane.workspaceId === workspaceId));
    }
    const old = await session.query({
      text: `select from event e join contact c on c.workspace_id = e.workspace_id and c.contact_id = e.lane_id
        where e.workspace_id = $1 and c.last_seen_at < $2`,
      values: [workspaceId, new Date(start).toISOString()],
    });
    throw new Error(`${stored.length} fired, ${old.length} of them seen earlier`);
  });
  await expect(undone).rejects.toThrow("10000 fired, 0 of them seen earlier");
});
