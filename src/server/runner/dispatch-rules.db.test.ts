import {
  type Call,
  type CallRequest,
  type CallAnswer,
  minute,
  second,
  toMessageId,
} from "#core/domain";
import { newUuid } from "#server/platform";
import { createStore, listOpenCalls } from "#server/store";
import { CallWorld, type SeededWorkspace, done, newContactId, testDatabase } from "#testing";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";

const database = testDatabase(import.meta.url);
const store = createStore({ connectionString: database.connectionString });
let world: CallWorld;
beforeAll(() => {
  world = new CallWorld(store);
});
beforeEach(() => world.reset());
afterAll(async () => {
  await world.stop();
  await store.close();
});

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

test("leaves an integration alone after five failures, and other workspaces are not concerned", async () => {
  const [broken, well] = [
    await world.aWorkspace({ action: "test.read@1" }),
    await world.aWorkspace({ action: "test.read@1" }),
  ];
  let isDown = true;
  world.actors.script = (_request, { workspaceId }) =>
    isDown && workspaceId === broken.workspaceId ? notDone() : done("ok");
  for (let call = 0; call < 5; call += 1) {
    await world.say(broken);
    const sent = call + 1;
    await eventually(async () => expect(world.actors.sent.length).toBe(sent));
  }
  const failing = async () =>
    (await listOpenCalls(store, broken.workspaceId))[0]?.failing_since ?? null;
  await eventually(async () => expect(Date.parse((await failing()) ?? "")).toBe(world.now));
  world.now += 14 * second;
  await world.say(broken);
  await world.say(well);
  await world.check();
  await eventually(async () => expect(await world.states(well)).toEqual(["done"]));
  expect(world.actors.sent.length).toBe(6); // five of the broken one, one of the other
  isDown = false;
  world.now += 2 * second;
  await world.check();
  await world.untilOver(broken);
  expect(new Set(await world.states(broken))).toEqual(new Set(["done"]));
  await world.say(broken);
  await world.untilOver(broken);
  expect(await failing()).toBe(null);
});

test("a limit is never passed, by contact or by day, and what was not done is free again", async () => {
  const limits = { amount: 40, perContact: 100, perDay: 150 };
  const workspace = await world.aWorkspace({ action: "test.unkeyed_write@1", ...limits });
  const [ann, bob, cid] = [newContactId(), newContactId(), newContactId()];
  world.actors.script = () => failed;
  await world.say(workspace, "refused", cid);
  await world.untilOver(workspace, 0);
  world.actors.script = () => perhaps;
  await Promise.all([world.say(workspace, "a", ann), world.say(workspace, "b", bob)]);
  await world.untilOver(workspace, 0);
  // one run at a time speaks in a conversation, so other contacts come in to reach the day's limit
  await Promise.all(Array.from({ length: 4 }, () => world.say(workspace, "more")));
  await world.untilOver(workspace, 0);
  const outcomes = (await world.calls(workspace)).map(
    ({ state, outcome }) => outcome?.problem?.code ?? state,
  );
  expect(outcomes.filter((code) => code === "limit").length).toBe(3);
  expect(outcomes.filter((code) => code === "outcome_unknown").length).toBe(3); // 120 of 150
  const [over] = (await world.calls(workspace)).filter(
    ({ outcome }) => outcome?.problem?.code === "limit",
  );
  expect(over).toMatchObject({
    state: "failed",
    outcome: { problem: { details: { of: "day", limit: 150, amount: 40, used: 120 } } },
  });
  expect(world.actors.sent.length).toBe(4);
  world.now += 24 * 60 * minute;
  world.actors.script = () => done("ok");
  await world.say(workspace, "tomorrow");
  await world.untilOver(workspace, 0);
  expect((await world.states(workspace)).at(-1)).toBe("done");
});

test("messages of a conversation are carried one after the other, in order, also after a failure", async () => {
  const workspace = await world.aWorkspace({ action: "test.read@1" });
  const conversationId = await openConversation(workspace);
  const contactId = newContactId();
  const messages = Array.from({ length: 4 }, () =>
    world.aCall({
      contactId,
      conversationId,
      request: { kind: "message", messageId: toMessageId(newUuid()), channel: "email" },
    }),
  );
  world.actors.script = (request, _options, nth) =>
    request.kind === "message" && request.messageId === messageIdOf(messages[0]) && nth === 1
      ? notDone()
      : done("ok");
  for (const message of messages) await world.wish(workspace, message);
  await world.untilOver(workspace);
  const [head, ...rest] = messages.map(messageIdOf);
  expect(
    world.actors.sent.map(({ request }) => request.kind === "message" && request.messageId),
  ).toEqual([head, head, ...rest]);
  expect(world.actors.inFlight.most).toBe(1);
  const reports = await store.query<{ body: object }>({
    text: "select body from event where workspace_id = $1 and type = 'delivery_reported' order by position",
    values: [workspace.workspaceId],
  });
  expect(reports.map(({ body }) => body)).toMatchObject(
    messages.map((message) => ({
      messageId: messageIdOf(message),
      delivery: "sent",
      conversationId,
    })),
  );
});

const messageIdOf = (call: Call | undefined) =>
  call?.request.kind === "message" ? call.request.messageId : undefined;

async function openConversation(workspace: SeededWorkspace) {
  const accepted = await world.say(workspace);
  await world.untilOver(workspace, 0);
  world.actors.sent.splice(0);
  world.actors.inFlight.most = 0;
  return accepted?.conversationId ?? null;
}

test("an answer that cannot be kept fails the call without taking the process down", async () => {
  const workspace = await world.aWorkspace({ action: "test.read@1" });
  world.actors.script = () => done("x".repeat(100_000));
  await world.say(workspace);
  await world.untilOver(workspace, 0);
  expect(await world.calls(workspace)).toMatchObject([
    { state: "failed", outcome: { problem: { code: "output_too_large" } } },
  ]);
  world.actors.script = () => done("odd \u0000 \ud800 text");
  await world.say(workspace);
  await world.untilOver(workspace, 0);
  expect((await world.calls(workspace)).at(-1)).toMatchObject({
    state: "done",
    outcome: { output: "odd \ufffd \ufffd text" },
  });
});

test("a model that is asked too late is not asked any more", async () => {
  const workspace = await world.aWorkspace({ action: "test.read@1" });
  const prompt: CallRequest = {
    kind: "model",
    purpose: "message",
    aiAgentId: null,
    prompt: "Say hello",
    mayQuoteKnowledge: false,
    language: "en",
  };
  const late = world.aCall({ request: prompt, timeoutSeconds: 20, createdAt: world.now - minute });
  await world.wish(workspace, late);
  await world.untilOver(workspace, 0);
  expect(await world.calls(workspace)).toMatchObject([
    { state: "failed", outcome: { problem: { code: "too_late" } } },
  ]);
  expect(world.actors.sent).toEqual([]);
});
