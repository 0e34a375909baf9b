import { randomUUID } from "node:crypto";
import { day, graphSchema } from "#core/domain";
import { createWorkflow, publishVersion } from "#server/commands";
import { type TestWorkspace, aWorkspace, askGraph, openDoors, testDatabase } from "#testing";
import { beforeAll, expect, test } from "vitest";

const { app, tools, store } = openDoors(testDatabase(import.meta.url));
let ours: TestWorkspace;
let theirs: TestWorkspace;
beforeAll(async () => {
  ours = await aWorkspace(tools);
  theirs = await aWorkspace(tools);
  for (const { workspaceId, contactId } of [ours, theirs])
    await store.query({
      text: `update contact set email = 'Ann@Example.com', email_verification = 'claimed', external_id = '42'
        where workspace_id = $1 and contact_id = $2`,
      values: [workspaceId, contactId],
    });
});

const addressOf = async (workspace: TestWorkspace, workflowId: string) => {
  const answer = await app.inject({
    url: `/api/v1/workflows/${workflowId}/webhook`,
    headers: { authorization: `Bearer ${workspace.apiKeys.agent}` },
  });
  return new URL(answer.json().url).pathname;
};
async function aHook(workspace: TestWorkspace, config: object) {
  const trigger = { ...askGraph.trigger, type: "incoming_webhook", config };
  const graph = graphSchema.parse({ ...askGraph, trigger });
  const workflowId = await createWorkflow(tools, workspace.owner, { name: "Hook", graph });
  await publishVersion(tools, workspace.owner, workflowId, { note: "" });
  return { workflowId, path: await addressOf(workspace, workflowId) };
}
const byEmail = { contact_by: "email", contact_path: "customer.email", inputs: [] };
const byId = { contact_by: "external_id", contact_path: "id", inputs: [] };
const post = (path: string, payload: unknown, key?: string) =>
  app.inject({
    method: "POST",
    url: path,
    headers: {
      "content-type": "application/json",
      ...(key === undefined ? {} : { "idempotency-key": key }),
    },
    payload: JSON.stringify(payload),
  });
const told = (workflowId: string) =>
  store.query<Record<string, unknown>>({
    text: `select lane_id, body->'payload' as payload from event
      where type = 'webhook_received' and body->>'workflowId' = $1 order by position`,
    values: [workflowId],
  });

test("a post is told for the contact that the payload names", async () => {
  const hook = await aHook(ours, byEmail);
  const payload = { customer: { email: "ann@example.com" }, order: 7 };
  const answer = await post(hook.path, payload);
  expect([answer.statusCode, answer.json()]).toEqual([202, { state: "accepted" }]);
  expect(await told(hook.workflowId)).toEqual([{ lane_id: ours.contactId, payload }]);
  const decisions = await store.query({
    text: "select contact_id from trigger_decision where workspace_id = $1 and workflow_id = $2",
    values: [ours.workspaceId, hook.workflowId],
  });
  expect(decisions).toEqual([{ contact_id: ours.contactId }]);
});

test("an external id may be a number", async () => {
  const hook = await aHook(ours, byId);
  expect((await post(hook.path, { id: 42 })).statusCode).toBe(202);
  expect(await told(hook.workflowId)).toMatchObject([{ lane_id: ours.contactId }]);
});

test.each([
  ["without the field", {}, "must be the contact's e-mail"],
  ["with a list there", { customer: { email: ["x"] } }, "must be the contact's e-mail"],
  [
    "for somebody unknown",
    { customer: { email: "bob@example.com" } },
    "there is no contact with this e-mail",
  ],
])("a post %s is refused with the reason", async (_name, payload, message) => {
  const hook = await aHook(ours, byEmail);
  const answer = await post(hook.path, payload);
  expect([answer.statusCode, answer.json().errors]).toEqual([
    422,
    [{ path: "body.customer.email", message }],
  ]);
  expect(await told(hook.workflowId)).toEqual([]);
});

test("an e-mail nobody has claimed stands for nobody", async () => {
  const hook = await aHook(ours, byEmail);
  await store.query({
    text: "update contact set email = 'none@example.com', email_verification = 'none' where workspace_id = $1 and contact_id <> $2",
    values: [ours.workspaceId, ours.contactId],
  });
  const answer = await post(hook.path, { customer: { email: "none@example.com" } });
  expect(answer.statusCode).toBe(422);
});

test("a repeat is told once: by its key, or by the same payload within a day", async () => {
  const hook = await aHook(ours, byId);
  const first = [await post(hook.path, { id: 42 }), await post(hook.path, { id: 42 })];
  expect(first.map(({ statusCode }) => statusCode)).toEqual([202, 202]);
  expect(await told(hook.workflowId)).toHaveLength(1);
  await post(hook.path, { id: 42 }, "a");
  await post(hook.path, { id: 42 }, "a");
  await post(hook.path, { id: 42 }, "b");
  expect(await told(hook.workflowId)).toHaveLength(3);
  // told in the last minutes of yesterday, then more than a day ago
  const today = Math.floor(Date.now() / day);
  const age = (interval: string) =>
    store.query({
      text: `update event_source set created_at = now() - $2::interval, source_key = replace(source_key, $3, $4)
        where door = 'webhook' and source_key like $1 || ' body %'`,
      values: [hook.workflowId, interval, ` ${today}`, ` ${today - 1}`],
    });
  await age("23 hours");
  await post(hook.path, { id: 42 });
  expect(await told(hook.workflowId)).toHaveLength(3);
  await age("25 hours");
  await post(hook.path, { id: 42 });
  expect(await told(hook.workflowId)).toHaveLength(4);
});

test("another token, another workspace's token and a workflow that is not live are not there", async () => {
  const [hook, other] = [await aHook(ours, byId), await aHook(theirs, byId)];
  const parts = hook.path.split("/");
  const theirToken = other.path.split("/").at(-1) ?? "";
  const withPart = (index: number, value: string) => parts.with(index, value).join("/");
  for (const path of [
    withPart(-1, theirToken),
    withPart(-1, "guessed"),
    withPart(-2, other.workflowId),
    withPart(-2, randomUUID()),
    withPart(-3, theirs.workspaceId),
    withPart(-3, "nonsense"),
    await addressOf(ours, ours.workflowId), // started by hand
  ])
    expect((await post(path, { id: 42 })).statusCode).toBe(404);
  await store.query({
    text: "update workflow set live_version_id = null where workflow_id = $1",
    values: [hook.workflowId],
  });
  expect((await post(hook.path, { id: 42 })).statusCode).toBe(404);
  expect([...(await told(hook.workflowId)), ...(await told(other.workflowId))]).toEqual([]);
});

test("a body that is no object is refused", async () => {
  const hook = await aHook(ours, byId);
  expect((await post(hook.path, [1])).statusCode).toBe(422);
  expect((await post(hook.path, { id: "x".repeat(70_000) })).statusCode).toBe(413);
});
