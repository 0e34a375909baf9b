import { simulationActsSchema } from "#core/domain";
import { playSimulation } from "#core/simulate";
import { stepCatalogue } from "#steps";
import {
  aWorkflowTest,
  aWorkspace,
  askGraph,
  openDoors,
  type TestWorkspace,
  testDatabase,
} from "#testing";
import { aDrawnGraph } from "#testing/builders";
import { triggerCatalogue } from "#triggers";
import { beforeEach, expect, test } from "vitest";

const { app, tools } = openDoors(testDatabase(import.meta.url));
let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await aWorkspace(tools);
});

async function ask(
  method: "GET" | "POST" | "PATCH" | "DELETE" | "PUT",
  path: string,
  body?: object,
) {
  const answer = await app.inject({
    method,
    url: `/api/v1/workflows/${workspace.workflowId}${path}`,
    headers: { authorization: `Bearer ${workspace.apiKeys.builder}` },
    ...(body === undefined ? {} : { payload: body }),
  });
  return { status: answer.statusCode, body: answer.body === "" ? null : answer.json() };
}

const greeting = (text: string) => aDrawnGraph({ hello: ["send_message", { text }, {}] });
const acts = simulationActsSchema.parse([{ act: "write", text: "Hi" }]);

/** What the draft says to somebody who writes, as the builder plays it with the world that the server tells. */
async function play(text: string) {
  const world = (await ask("GET", "/simulation-world")).body;
  const { ai_agents: aiAgents, is_demo: isDemo, ...rest } = world.workspace;
  const played = playSimulation(
    {
      workspace: { ...rest, aiAgents, isDemo },
      members: [],
      teams: [],
      steps: stepCatalogue,
      triggers: triggerCatalogue,
      actions: new Map(),
      workflow: { id: workspace.workflowId, name: "Ask", graph: greeting(text) },
      called: [],
    },
    aWorkflowTest.start,
    acts,
  );
  if (!played.ok) throw new Error(played.problem);
  return played.lines;
}

async function saveGreeting(text: string): Promise<void> {
  const { revision } = (await ask("GET", "")).body.draft;
  expect((await ask("PUT", "/draft", { graph: greeting(text), revision })).status).toBe(200);
}

test("a conversation is kept, played on the draft, and what came of it accepted", async () => {
  await ask("DELETE", `/tests/${workspace.testId}`);
  const kept = { ...aWorkflowTest, name: "Greets", acts, expected: await play("Hello") };
  const made = await ask("POST", "/tests", kept);
  expect(made).toMatchObject({ status: 201, body: { name: "Greets", acts } });
  await saveGreeting("Hello");
  expect((await ask("POST", "/tests/run")).body).toEqual({
    results: [
      { test_id: made.body.id, name: "Greets", passed: true, changed_lines: 0, problem: null },
    ],
  });
  await saveGreeting("Good day");
  expect((await ask("POST", "/tests/run")).body.results).toMatchObject([
    { passed: false, changed_lines: 2 },
  ]);
  const expected = await play("Good day");
  await ask("PATCH", `/tests/${made.body.id}`, { expected });
  expect((await ask("POST", "/tests/run")).body.results).toMatchObject([{ passed: true }]);
  expect((await ask("GET", "/tests")).body.items).toMatchObject([{ expected }]);
});

test("publishing tells which tests came out otherwise, and refuses where they are to block", async () => {
  await ask("DELETE", `/tests/${workspace.testId}`);
  await ask("POST", "/tests", {
    ...aWorkflowTest,
    name: "Greets",
    acts,
    expected: await play("Hello"),
  });
  await saveGreeting("Good day");
  expect(await ask("POST", "/publish", {})).toMatchObject({
    status: 201,
    body: { number: 2, tests: [{ name: "Greets", passed: false, changed_lines: 2 }] },
  });
  expect((await ask("PATCH", "", { tests_block: true })).body).toMatchObject({ tests_block: true });
  await saveGreeting("Good morning");
  expect(await ask("POST", "/publish", {})).toMatchObject({
    status: 422,
    body: { code: "tests_failed", detail: "The test “Greets” fails." },
  });
  expect((await ask("GET", "")).body.workflow).toMatchObject({ live_version_number: 2 });
  await saveGreeting("Hello");
  expect(await ask("POST", "/publish", {})).toMatchObject({
    status: 201,
    body: { tests: [{ passed: true }] },
  });
});

test("a draft that cannot run fails its tests with the reason", async () => {
  const { revision } = (await ask("GET", "")).body.draft;
  const broken = aDrawnGraph({ hello: ["send_message", { text: "" }, {}] });
  await ask("PUT", "/draft", { graph: broken, revision });
  const [result] = (await ask("POST", "/tests/run")).body.results;
  expect(result).toMatchObject({ passed: false, problem: expect.stringMatching(/./) });
});

test("an expectation says what follows from each act", async () => {
  const odd = await ask("POST", "/tests", { ...aWorkflowTest, acts, expected: [[]] });
  expect(odd).toMatchObject({ status: 422, body: { code: "invalid_request" } });
  const changed = await ask("PATCH", `/tests/${workspace.testId}`, { expected: [[], []] });
  expect(changed.status).toBe(422);
});

test("the world holds the workflows that a draft starts, and those that they start", async () => {
  const call = (id: string) =>
    aDrawnGraph({ go: ["trigger_workflow", { workflow_id: id, mode: "hand_over" }, {}] });
  const make = async (name: string, graph: object) =>
    (
      await app.inject({
        method: "POST",
        url: "/api/v1/workflows",
        headers: { authorization: `Bearer ${workspace.apiKeys.builder}` },
        payload: { name, graph },
      })
    ).json().workflow.id;
  const last = await make("Last", askGraph);
  const middle = await make("Middle", call(last));
  const { body } = await ask("GET", `/simulation-world?calls=${middle},${workspace.workflowId}`);
  expect(body.called_workflows).toMatchObject([
    { name: "Ask", live: { format: 1 } },
    { name: "Middle", live: null },
    { name: "Last", live: null },
  ]);
  expect(body.members.map(({ name }: { name: string }) => name)).toContain("The agent");
});
