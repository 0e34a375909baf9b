import { randomUUID } from "node:crypto";
import type { Graph } from "#core/domain";
import {
  type TestWorkspace,
  askGraph,
  aWorkspace,
  openDoors,
  testDatabase,
  testPassword,
} from "#testing";
import { beforeEach, describe, expect, test } from "vitest";

const { app, tools } = openDoors(testDatabase(import.meta.url));
let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await aWorkspace(tools);
});

async function ask(
  method: "GET" | "POST" | "PUT" | "PATCH",
  path: string,
  payload?: object,
  role: keyof TestWorkspace["apiKeys"] = "admin",
) {
  const answer = await app.inject({
    method,
    url: `/api/v1/workflows${path}`,
    headers: { authorization: `Bearer ${workspace.apiKeys[role]}` },
    ...(payload === undefined ? {} : { payload }),
  });
  return { status: answer.statusCode, body: answer.json() };
}
const publish = (body: object) => ask("POST", `/${workspace.workflowId}/publish`, body);
const versions = async () => (await ask("GET", `/${workspace.workflowId}/versions`)).body.items;

const renamed: Graph = {
  ...askGraph,
  steps: askGraph.steps.map((step) => ({ ...step, name: `${step.name} again` })),
};

describe("publishing", () => {
  test("names the version, and a repeat makes no second one", async () => {
    const body = { version_id: randomUUID(), name: "Second", note: "Twice" };
    const first = await publish(body);
    const again = await publish(body);
    expect(first).toMatchObject({
      status: 201,
      body: { number: 2, name: "Second", note: "Twice" },
    });
    expect(again.body).toEqual(first.body);
    expect((await versions()).map(({ number }: { number: number }) => number)).toEqual([2, 1]);
  });

  test("takes no id that a version of another workflow has", async () => {
    const made = await ask("POST", "", { name: "Other", graph: askGraph });
    const answer = await ask("POST", `/${made.body.workflow.id}/publish`, {
      version_id: workspace.versionId,
    });
    expect(answer).toMatchObject({ status: 409, body: { code: "source_key_reused" } });
  });

  test("is refused when the draft is not the one that was looked at", async () => {
    await ask("PUT", `/${workspace.workflowId}/draft`, { graph: renamed, revision: 0 });
    expect(await publish({ revision: 0 })).toMatchObject({
      status: 409,
      body: { code: "draft_changed" },
    });
    expect(await publish({ revision: 1 })).toMatchObject({ status: 201 });
  });

  test("is refused when another version went live meanwhile, and of two at once one wins", async () => {
    const both = await Promise.all(
      [1, 2].map(() =>
        publish({ version_id: randomUUID(), replaces_version_id: workspace.versionId }),
      ),
    );
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409]);
    expect(both.find(({ status }) => status === 409)?.body.code).toBe("live_version_changed");
    expect(await publish({ replaces_version_id: null })).toMatchObject({ status: 409 });
  });

  test("counts the runs of each version, and moves those the plan says", async () => {
    const [before] = await versions();
    expect(before.runs).toEqual({ total: 1, active: 1 });
    const made = await publish({ runs_in_progress: [{ step_id: "ask", plan: "move" }] });
    await expect
      .poll(async () => (await versions()).map(({ runs }: { runs: object }) => runs))
      .toEqual([
        { total: 1, active: 1 },
        { total: 0, active: 0 },
      ]);
    expect(made.body.number).toBe(2);
  });
});

describe("the right to publish", () => {
  test("is apart from editing", async () => {
    const { builder } = workspace.memberIds;
    const cookie = await signIn(workspace.emails.builder);
    const asBuilder = (method: "GET" | "POST", url: string, payload?: object) =>
      app.inject({
        method,
        url: `/api/v1${url}`,
        headers: { cookie, origin: "http://localhost", host: "localhost" },
        ...(payload === undefined ? {} : { payload }),
      });
    const rights = async () => (await asBuilder("GET", "/me")).json().permissions;
    expect(await rights()).toContain("workflows.publish");
    const changed = await app.inject({
      method: "PATCH",
      url: `/api/v1/members/${builder}`,
      headers: { authorization: `Bearer ${workspace.apiKeys.admin}` },
      payload: { may_publish: false },
    });
    expect(changed.json()).toMatchObject({ may_publish: false });
    expect(await rights()).toContain("workflows.edit");
    expect(await rights()).not.toContain("workflows.publish");
    const refused = await asBuilder("POST", `/workflows/${workspace.workflowId}/publish`, {});
    expect(refused.json()).toMatchObject({ status: 403, code: "not_allowed" });
  });
});

describe("a version", () => {
  test("may be named later, and keeps its note", async () => {
    const path = `/${workspace.workflowId}/versions/${workspace.versionId}`;
    const named = await ask("PATCH", path, { name: "The first" });
    expect(named).toMatchObject({ status: 200, body: { name: "The first", note: "" } });
    expect((await ask("GET", path)).body).toMatchObject({ name: "The first", graph: askGraph });
    expect((await ask("PATCH", path, { name: "x" }, "agent")).status).toBe(403);
    const gone = await ask("PATCH", `/${workspace.workflowId}/versions/${randomUUID()}`, {});
    expect(gone.status).toBe(404);
  });
});

test("the graphs of live versions are listed in order of priority", async () => {
  const made = await ask("POST", "", { name: "Draft only", graph: askGraph });
  const { body } = await ask("GET", "/graphs");
  expect(body.workflows).toEqual([
    { id: workspace.workflowId, name: "Ask", priority: 0, graph: askGraph },
    { id: made.body.workflow.id, name: "Draft only", priority: 1, graph: null },
  ]);
});

async function signIn(email: string): Promise<string> {
  const answer = await app.inject({
    method: "POST",
    url: "/api/v1/login",
    headers: { origin: "http://localhost", host: "localhost" },
    payload: { email, password: testPassword },
  });
  return String(answer.headers["set-cookie"]).split(";")[0] ?? "";
}
