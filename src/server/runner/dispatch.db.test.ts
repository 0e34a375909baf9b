import {
  type Call,
  type CallAnswer,
  type CallRequest,
  type RunId,
  minute,
  second,
  toCallId,
  toRunId,
  toVisitId,
} from "#core/domain";
import { newUuid } from "#server/platform";
import { createStore, listOpenCalls } from "#server/store";
import { CallWorld, done, newContactId, testDatabase } from "#testing";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { callTransitions } from "./dispatch/call-states.ts";

const database = testDatabase(import.meta.url);
const store = createStore({ connectionString: database.connectionString });
let world: CallWorld;
beforeAll(async () => {
  await store.query({ text: LOG_TRANSITIONS });
  world = new CallWorld(store);
});
beforeEach(() => world.reset());
afterAll(async () => {
  await world.stop();
  await store.close();
});

const LOG_TRANSITIONS = `
create table call_transition (was text, is_now text);
create function note_transition() returns trigger language plpgsql as $$
begin
  if old.state <> new.state then insert into call_transition values (old.state, new.state); end if;
  return new;
end $$;
create trigger note_transition after update on outbox for each row execute function note_transition();`;

const problem = { code: "down", message: "It is down" };
const notDone = (retryAfterMs: number | null = null): CallAnswer => ({
  kind: "not_done",
  problem,
  retryAfterMs,
});
const perhaps: CallAnswer = { kind: "unknown", problem };
const failed: CallAnswer = { kind: "failed", problem };
const eventually = (what: () => Promise<unknown>) =>
  vi.waitFor(what, { timeout: 8_000, interval: 20 });
const action = (text: string): Extract<CallRequest, { kind: "action" }> => ({
  kind: "action",
  action: "test.unkeyed_write@1",
  input: { text },
  amount: null,
  limits: null,
});

test("makes a call once, after the commit, and tells the lane what it came to", async () => {
  const workspace = await world.aWorkspace({ action: "test.read@1" });
  await world.say(workspace, "question");
  await eventually(async () => expect(await world.states(workspace)).toEqual(["done"]));
  expect(world.actors.sent.map(({ request }) => request)).toMatchObject([
    { input: { text: "question" } },
  ]);
  const [call] = await world.calls(workspace);
  expect(call?.outcome).toEqual({ kind: "done", output: "ok" });
  expect(await world.told(workspace)).toMatchObject([
    { key: call?.key, outcome: { kind: "done", output: "ok" } },
  ]);
});

test("two processes at once send no call twice", async () => {
  const workspace = await world.aWorkspace({ action: "test.unkeyed_write@1" });
  world.actors.script = async () => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    return done("ok");
  };
  await Promise.all(Array.from({ length: 60 }, () => world.say(workspace)));
  await world.untilOver(workspace, 0);
  expect(await world.states(workspace)).toEqual(Array.from({ length: 60 }, () => "done"));
  expect(world.actors.sent.length).toBe(60);
  expect(new Set(world.actors.sent.map(({ key }) => key)).size).toBe(60);
  expect(world.actors.inFlight.most).toBeLessThanOrEqual(8); // of one integration, over both processes
  expect(world.actors.inFlight.most).toBeGreaterThan(1);
});

test.each<[string, string, CallAnswer[], string, number]>([
  [
    "nothing done, then done",
    "test.unkeyed_write@1",
    [notDone(), notDone(), done("ok")],
    "done",
    3,
  ],
  ["never done", "test.unkeyed_write@1", [notDone()], "failed", 4],
  ["refused", "test.keyed_write@1", [failed], "failed", 1],
  ["perhaps done, with a key", "test.keyed_write@1", [perhaps, done("ok")], "done", 2],
  ["perhaps done, without a key", "test.unkeyed_write@1", [perhaps, done("ok")], "unknown", 1],
  ["perhaps done again and again", "test.keyed_write@1", [perhaps], "unknown", 4],
])("%s (%s)", async (_name, action, answers, state, attempts) => {
  const workspace = await world.aWorkspace({ action });
  world.actors.script = (_request, _options, nth) =>
    answers[Math.min(nth, answers.length) - 1] ?? failed;
  await world.say(workspace);
  await world.untilOver(workspace);
  expect(await world.states(workspace)).toEqual([state]);
  expect(world.actors.sent.length).toBe(attempts);
  expect(new Set(world.actors.sent.map(({ key }) => key)).size).toBe(1);
  expect((await world.told(workspace)).map(({ outcome }) => outcome?.kind)).toEqual([state]);
});

test("an answer that does not come in time is unknown, and nothing is locked meanwhile", async () => {
  const workspace = await world.aWorkspace({ action: "test.unkeyed_write@1", timeoutSeconds: 1 });
  let isAborted = false;
  world.actors.script = (_request, { signal }) =>
    new Promise((resolve) => {
      signal.addEventListener("abort", () => {
        isAborted = true;
        resolve(done("too late"));
      });
    });
  await world.say(workspace);
  await eventually(async () => expect(await world.states(workspace)).toEqual(["started"]));
  const [busy] = await store.query<{ count: number }>({
    text: "select count(*) from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'",
  });
  expect(busy?.count).toBe(0);
  await eventually(async () => expect(await world.states(workspace)).toEqual(["unknown"]));
  expect(isAborted).toBe(true);
  const [call] = await world.calls(workspace);
  expect(call?.outcome?.problem).toMatchObject({
    code: "outcome_unknown",
    details: { reason: "timed_out" },
  });
});

test("waits as long as it is asked to, and shows since when", async () => {
  const workspace = await world.aWorkspace({ action: "test.read@1" });
  world.actors.script = (_request, _options, nth) =>
    nth === 1 ? notDone(10 * minute) : done("ok");
  await world.say(workspace);
  await eventually(async () =>
    expect(await world.calls(workspace)).toMatchObject([{ state: "pending", attempt: 1 }]),
  );
  world.now += 9 * minute;
  await world.check();
  expect(await listOpenCalls(store, workspace.workspaceId)).toMatchObject([
    { integration: "test", action: "test.read@1", state: "pending", attempt: 1, problem },
  ]);
  world.now += 3 * minute;
  await world.check();
  await eventually(async () => expect(await world.states(workspace)).toEqual(["done"]));
  expect(await listOpenCalls(store, workspace.workspaceId)).toEqual([]);
});

test("a call whose process is gone is tried again if it may be, else nobody knows", async () => {
  const repeatable = await world.aWorkspace({ action: "test.keyed_write@1" });
  const other = await world.aWorkspace({ action: "test.unkeyed_write@1" });
  const stuck: (() => void)[] = [];
  world.actors.script = (_request, _options, nth) =>
    nth === 1 ? new Promise((resolve) => stuck.push(() => resolve(done("late")))) : done("ok");
  await world.say(repeatable);
  await world.say(other);
  await eventually(async () => expect(stuck.length).toBe(2));
  world.now += 39 * second;
  await world.check();
  expect([...(await world.states(repeatable)), ...(await world.states(other))]).toEqual([
    "started",
    "started",
  ]);
  world.now += 2 * second;
  await world.check();
  await world.untilOver(repeatable);
  expect(await world.calls(repeatable)).toMatchObject([
    { state: "done", attempt: 2, outcome: { output: "ok" } },
  ]);
  expect(await world.calls(other)).toMatchObject([
    { state: "unknown", attempt: 1, outcome: { problem: { details: { reason: "process_lost" } } } },
  ]);
  // the process was only stopped: what it learns now changes nothing
  for (const answer of stuck) answer();
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(await world.calls(repeatable)).toMatchObject([
    { state: "done", attempt: 2, outcome: { output: "ok" } },
  ]);
  expect(await world.states(other)).toEqual(["unknown"]);
  expect((await world.told(other)).length).toBe(1);
});

test("the same key again tells the new run what is recorded, and an unknown one waits for a yes", async () => {
  const workspace = await world.aWorkspace({ action: "test.read@1" });
  const first = world.aCall({ request: action("refund") });
  const again = (overrides: Partial<Call>) => ({
    ...first,
    id: toCallId(newUuid()),
    runId: toRunId(newUuid()),
    visitId: toVisitId(newUuid()),
    ...overrides,
  });
  world.actors.script = () => perhaps;
  await world.wish(workspace, first);
  await world.untilOver(workspace, 0);
  const asked = again({});
  expect(await world.wish(workspace, asked)).toEqual([
    { workspaceId: workspace.workspaceId, contactId: first.contactId },
  ]);
  expect((await world.told(workspace)).at(-1)).toMatchObject({
    key: first.key,
    runId: asked.runId,
    visitId: asked.visitId,
    outcome: { kind: "unknown" },
  });
  expect(world.actors.sent.length).toBe(1);
  world.actors.script = () => done("refunded");
  const confirmed = again({ isResent: true });
  expect(await world.wish(workspace, confirmed)).toEqual([]);
  await world.untilOver(workspace, 0);
  expect(world.actors.sent.map(({ key }) => key)).toEqual([first.key, first.key]);
  expect((await world.told(workspace)).at(-1)).toMatchObject({
    runId: confirmed.runId,
    outcome: { kind: "done", output: "refunded" },
  });
  await world.wish(workspace, again({ isResent: true })); // done is done, whatever anybody says
  expect((await world.told(workspace)).at(-1)).toMatchObject({ outcome: { kind: "done" } });
  expect(world.actors.sent.length).toBe(2);
});

test("another request under the same key is never sent: a retried run hears so, the same run is a bug", async () => {
  const workspace = await world.aWorkspace({ action: "test.read@1" });
  const first = world.aCall({ request: action("refund 10") });
  await world.wish(workspace, first);
  const other = { ...first, id: toCallId(newUuid()), request: action("refund 20") };
  await expect(world.wish(workspace, other)).rejects.toThrow("request_hash");
  const ofRetry = { ...other, runId: toRunId(newUuid()) };
  expect((await world.wish(workspace, ofRetry)).length).toBe(1);
  expect((await world.told(workspace)).at(-1)).toMatchObject({
    runId: ofRetry.runId,
    outcome: { kind: "failed", problem: { code: "request_changed" } },
  });
  const limits = { perCall: 5, perContact: null, perDay: null }; // ours, and not sent
  await world.wish(workspace, {
    ...first,
    id: toCallId(newUuid()),
    request: { ...action("refund 10"), limits },
  });
  await world.untilOver(workspace, 0);
  expect(world.actors.sent.length).toBe(1);
  expect((await world.told(workspace)).at(-1)).toMatchObject({ runId: first.runId });
});

test("a run whose call is unknown fails, and with a person's yes a new run makes the same call again", async () => {
  const workspace = await world.aWorkspace({ action: "test.unkeyed_write@1" });
  const contactId = newContactId();
  world.actors.script = (_request, _options, nth) => (nth === 1 ? perhaps : done("refunded"));
  await world.say(workspace, "refund", contactId);
  await world.untilOver(workspace, 0);
  const runs = () =>
    store.query<{ run_id: RunId; state: string; code: string | null }>({
      text: "select run_id, state, data->'problem'->>'code' as code from run where workspace_id = $1 order by started_at, run_id",
      values: [workspace.workspaceId],
    });
  await eventually(async () =>
    expect(await runs()).toMatchObject([{ state: "failed", code: "outcome_unknown" }]),
  );
  const [failedRun] = await runs();
  if (failedRun === undefined) throw new Error("there is no run");
  world.now += minute;
  await world.retry(workspace, contactId, failedRun.run_id);
  await world.untilOver(workspace, 0);
  await eventually(async () =>
    expect(await runs()).toMatchObject([{ state: "failed" }, { state: "completed", code: null }]),
  );
  expect(world.actors.sent.map(({ key }) => key)).toEqual([
    (await world.calls(workspace))[0]?.key,
    (await world.calls(workspace))[0]?.key,
  ]);
  expect(await world.states(workspace)).toEqual(["done"]);
});

test("the state of a call changes only as the README draws, and in every way it draws", async () => {
  const seen = await store.query<{ was: string; is_now: string }>({
    text: "select distinct was, is_now from call_transition",
  });
  const names = (rows: readonly { from: string; to: string }[]) =>
    rows.map(({ from, to }) => `${from} → ${to}`).sort();
  expect(names(seen.map(({ was, is_now }) => ({ from: was, to: is_now })))).toEqual(
    names(callTransitions),
  );
});
