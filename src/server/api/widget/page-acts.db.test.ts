import { randomUUID } from "node:crypto";
import { type Graph, graphSchema } from "#core/domain";
import { createWorkflow, publishVersion } from "#server/commands";
import {
  type TestWorkspace,
  aConversation,
  aWorkspace,
  askGraph,
  openDoors,
  realLimits,
  testDatabase,
} from "#testing";
import { beforeAll, describe, expect, test } from "vitest";

const limits = realLimits();
let isLimited = false;
const { app, tools } = openDoors(testDatabase(import.meta.url), {
  limits: { take: (name, key) => (isLimited ? limits.take(name, key) : undefined) },
});
let workspace: TestWorkspace;
beforeAll(async () => {
  workspace = await aWorkspace(tools);
});

type Talk = Awaited<ReturnType<typeof aConversation>>;
const aTalk = () => aConversation(tools, workspace.publicKey, workspace.workspaceId);
const post = ({ visit }: Talk, path: string, payload: object) =>
  app.inject({
    method: "POST",
    url: `/widget/v1/${path}`,
    headers: { authorization: `Bearer ${visit.visitorToken}` },
    payload: { id: randomUUID(), visitor_session_id: visit.visitorSessionId, ...payload },
  });
async function publish(type: string, config: object): Promise<string> {
  const graph: Graph = graphSchema.parse({
    ...askGraph,
    trigger: { ...askGraph.trigger, type, config },
  });
  const id = await createWorkflow(tools, workspace.owner, { name: type, graph });
  await publishVersion(tools, workspace.owner, id, { note: "" });
  return id;
}
async function runsOf({ contactId }: Talk, workflowId: string): Promise<unknown[]> {
  const answer = await app.inject({
    url: `/api/v1/runs?workflow_id=${workflowId}&contact_id=${contactId}`,
    headers: { authorization: `Bearer ${workspace.apiKeys.owner}` },
  });
  return answer.json().items;
}

describe("an event that the page tracks", () => {
  test("starts what listens for its name, once for each id", async () => {
    const workflowId = await publish("custom_event", { name: "trial_ended", properties: ["plan"] });
    const talk = await aTalk();
    const event = { id: randomUUID(), name: "trial_ended", properties: { plan: "pro" } };
    const answers = [
      await post(talk, "track", event),
      await post(talk, "track", event),
      await post(talk, "track", { name: "trial_began" }),
    ];
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([204, 204, 204]);
    expect(await runsOf(talk, workflowId)).toHaveLength(1);
    const changed = await post(talk, "track", { ...event, name: "trial_began" });
    expect([changed.statusCode, changed.json().code]).toEqual([409, "source_key_reused"]);
  });

  test.each([
    ["no name", {}],
    ["an empty name", { name: " " }],
    ["a long name", { name: "x".repeat(101) }],
    ["an unknown field", { name: "x", contact_id: randomUUID() }],
    ["no session", { name: "x", visitor_session_id: null }],
  ])("with %s is refused", async (_what, payload) => {
    expect((await post(await aTalk(), "track", payload)).statusCode).toBe(422);
  });
});

describe("a workflow that the page asks for", () => {
  const inputs = [{ name: "order_id", type: "string", is_required: true }];

  test("starts when it may be started from the page, once for each id", async () => {
    const workflowId = await publish("manual", { inputs, from_page: true });
    const talk = await aTalk();
    const start = { id: randomUUID(), workflow_id: workflowId, inputs: { order_id: "7", x: 1 } };
    const [first, again] = [
      await post(talk, "start-workflow", start),
      await post(talk, "start-workflow", start),
    ];
    expect([first.statusCode, first.json(), again.statusCode]).toEqual([
      200,
      { state: "started" },
      200,
    ]);
    expect(await runsOf(talk, workflowId)).toHaveLength(1);
    const other = await post(talk, "start-workflow", { ...start, id: randomUUID() });
    expect([other.statusCode, other.json().code]).toEqual([409, "start_refused"]);
  });

  test("does not start without an input that it needs", async () => {
    const workflowId = await publish("manual", { inputs, from_page: true });
    const talk = await aTalk();
    const answer = await post(talk, "start-workflow", { workflow_id: workflowId });
    expect([answer.statusCode, answer.json().code]).toEqual([409, "start_refused"]);
    expect(await runsOf(talk, workflowId)).toEqual([]);
  });

  test("is not there when the page may not start it, or another trigger does, or it is not live or of elsewhere", async () => {
    const other = await aWorkspace(tools);
    const draft = await createWorkflow(tools, workspace.owner, { name: "x", graph: askGraph });
    const talk = await aTalk();
    const answers = [];
    for (const workflowId of [
      await publish("manual", { inputs: [] }),
      await publish("custom_event", { name: "x" }),
      draft,
      other.workflowId,
      randomUUID(),
    ])
      answers.push(await post(talk, "start-workflow", { workflow_id: workflowId }));
    const { request_id: _id, ...body } = answers[0]?.json() ?? {};
    expect(body).toMatchObject({ status: 404, code: "not_found" });
    // the very same words: a page learns of none of them
    expect(answers.map((answer) => answer.json())).toMatchObject(answers.map(() => body));
  });
});

test("identities and starts have limits of their own for each visitor", async () => {
  const talk = await aTalk();
  isLimited = true;
  const identify = await tries(25, () => post(talk, "identify", { fields: { name: "Ada" } }));
  const start = await tries(12, () => post(talk, "start-workflow", { workflow_id: randomUUID() }));
  isLimited = false;
  expect([identify[0], identify.at(-1)]).toEqual([200, 429]);
  expect([start[0], start.at(-1)]).toEqual([404, 429]);
});

async function tries(count: number, work: () => ReturnType<typeof post>): Promise<number[]> {
  const statuses: number[] = [];
  for (let done = 0; done < count; done += 1) statuses.push((await work()).statusCode);
  return statuses;
}
