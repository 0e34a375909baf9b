import { type Moment, day, hour, minute } from "#core/domain";
import { createLogger } from "#server/platform";
import { startRunner } from "#server/runner";
import { createStore } from "#server/store";
import {
  aMessage,
  crashGraph,
  newContactId,
  realEngine,
  seedWorkspace,
  testDatabase,
} from "#testing";
import { afterAll, beforeEach, expect, test, vi } from "vitest";

const database = testDatabase(import.meta.url);
const store = createStore({ connectionString: database.connectionString });
const lines: string[] = [];
const log = createLogger({
  level: "warn",
  format: "json",
  output: { write: (line: string) => lines.push(line) },
});
// asks for an e-mail for an hour; the clock is the test's own, far from the machine's
const start = Date.UTC(2026, 2, 1, 9);
let now: Moment = start;
const aRunner = () =>
  startRunner({ store, engine: realEngine, announce: () => undefined, log, now: () => now });
const runner = aRunner();
const runners = [runner, aRunner()];
afterAll(async () => {
  await Promise.all(runners.map((one) => one.stop()));
  await store.close();
});
beforeEach(() => {
  now = start;
});

const checkTimers = () => Promise.all(runners.map((one) => one.checkTimers()));
const say = (
  workspaceId: Parameters<typeof aMessage>[0]["workspaceId"],
  contactId = newContactId(),
  text = "help me",
) => runner.accept(aMessage({ workspaceId, contactId, text }));
const aWorkspace = () => seedWorkspace(store, { members: 1, graph: crashGraph });
const rows = (text: string, workspaceId: string) =>
  store.query<Record<string, unknown>>({ text, values: [workspaceId] });
const goodByes = async (workspaceId: string) =>
  (
    await rows(
      "select from message where workspace_id = $1 and body = 'We will be back.'",
      workspaceId,
    )
  ).length;

test("a timer fires once, not before its moment, whichever process finds it", async () => {
  const { workspaceId } = await aWorkspace();
  await Promise.all(Array.from({ length: 30 }, () => say(workspaceId)));
  now = start + hour - 1;
  await checkTimers();
  expect(await goodByes(workspaceId)).toBe(0);
  now = start + hour;
  await checkTimers();
  await vi.waitUntil(async () => (await goodByes(workspaceId)) >= 30);
  await checkTimers();
  expect(await goodByes(workspaceId)).toBe(30);
  expect(
    await rows(
      "select count(*) from event where workspace_id = $1 and type = 'timer_due' and problem is null",
      workspaceId,
    ),
  ).toEqual([{ count: 30 }]);
  expect(await rows("select distinct state from run where workspace_id = $1", workspaceId)).toEqual(
    [{ state: "completed" }],
  );
});

test("a wait that ended while nobody ran is taken once, and reported as late", async () => {
  const { workspaceId } = await aWorkspace();
  await say(workspaceId);
  lines.length = 0;
  now = start + 3 * day;
  await checkTimers();
  await vi.waitUntil(async () => (await goodByes(workspaceId)) === 1);
  const reports = lines.map((line): unknown => JSON.parse(line));
  expect(reports).toMatchObject([
    { msg: "waits ended late", waits: 1, oldestSeconds: (3 * day - hour) / 1_000 },
  ]);
});

test("a reply clears the timer: one branch is taken", async () => {
  const { workspaceId } = await aWorkspace();
  const contactId = newContactId();
  await say(workspaceId, contactId);
  await say(workspaceId, contactId, "ann@example.com");
  now = start + 2 * hour;
  await checkTimers();
  expect(await goodByes(workspaceId)).toBe(0);
  expect(await rows("select from timer where workspace_id = $1", workspaceId)).toEqual([]);
});

test("a reply and the timeout at the same moment take exactly one branch", async () => {
  const { workspaceId } = await aWorkspace();
  const contacts = Array.from({ length: 20 }, newContactId);
  await Promise.all(contacts.map((contactId) => say(workspaceId, contactId)));
  now = start + hour + minute;
  await Promise.all([
    checkTimers(),
    ...contacts.map((contactId) => say(workspaceId, contactId, "ann@example.com")),
  ]);
  await vi.waitUntil(
    async () =>
      (await rows("select from event where workspace_id = $1 and state = 'pending'", workspaceId))
        .length === 0,
  );
  const visits = await rows(
    "select run_id, count(*) from visit where workspace_id = $1 and step_id in ('assign', 'later') group by 1",
    workspaceId,
  );
  expect(visits.map(({ count }) => count)).toEqual(contacts.map(() => 1));
});
