import { randomUUID } from "node:crypto";
import type { EndpointName, widgetEndpoints } from "#contract";
import {
  type TestWorkspace,
  aConversation,
  aWorkflowTest,
  aWorkspace,
  askGraph,
  openDoors,
  testDatabase,
} from "#testing";
import { beforeAll, describe, expect, test } from "vitest";
import { teamEndpoints, visitorEndpoints } from "./endpoint-list.ts";

const { app, tools, store } = openDoors(testDatabase(import.meta.url));
let ours: TestWorkspace;
let theirs: TestWorkspace;
beforeAll(async () => {
  ours = await aWorkspace(tools);
  theirs = await aWorkspace(tools);
});

/** A body that would do something, for every endpoint that takes one; ids are those of the given workspace. */
const teamBodies: Partial<Record<EndpointName, (of: TestWorkspace) => object>> = {
  logIn: () => ({ email: "somebody@example.com", password: "whatever it is" }),
  setUp: () => ({
    workspace_name: "x",
    name: "x",
    email: "x@example.com",
    password: "a long password",
  }),
  setPresence: () => ({ presence: "away" }),
  createMember: (of) => ({
    name: "x",
    email: "x@example.com",
    role: "agent",
    password: "a long password",
    team_ids: [of.teamId],
  }),
  changeMember: () => ({ name: "Renamed" }),
  changeWidgetSettings: () => ({ theme: { accent_color: "#112233" } }),
  setWidgetLogo: () => ({ data: "iVBORw0KGgo=" }),
  connectIntegration: () => ({ integration: "shopify", values: { shop: "x", admin_token: "y" } }),
  createTeam: (of) => ({ name: "x", member_ids: [of.memberIds.agent] }),
  changeTeam: () => ({ name: "Renamed" }),
  createAiAgent: () => ({ name: "x" }),
  changeAiAgent: () => ({ name: "Renamed" }),
  createSchedule: () => ({ name: "x" }),
  changeSchedule: () => ({ name: "Renamed" }),
  trackEvent: () => ({ name: "signed_up" }),
  snoozeConversation: () => ({ until: null }),
  changeContact: () => ({ name: "Renamed" }),
  sendMessage: () => ({ id: randomUUID(), text: "hello" }),
  addNote: () => ({ id: randomUUID(), text: "hello" }),
  assignConversation: (of) => ({ member_id: of.memberIds.agent, team_id: null }),
  readConversation: () => ({ sequence: 1 }),
  createWorkflow: () => ({ name: "x" }),
  orderWorkflows: (of) => ({ workflow_ids: [of.workflowId] }),
  changeWorkflow: () => ({ name: "Renamed" }),
  saveDraft: () => ({ graph: askGraph, revision: 0 }),
  publishWorkflow: () => ({}),
  createWorkflowTest: () => aWorkflowTest,
  changeWorkflowTest: () => ({ name: "Renamed" }),
  startRun: (of) => ({ conversation_id: of.conversationId, ends_holder: true }),
  controlRun: () => ({ control: "end" }),
};
const visitorBodies: Partial<Record<keyof typeof widgetEndpoints, (of: TestWorkspace) => object>> =
  {
    startVisit: (of) => ({
      key: of.publicKey,
      visitor_session_id: randomUUID(),
      page: { url: "https://x.example" },
      device: "desktop",
      language: null,
    }),
    reportDetections: (of) => ({
      detections: [
        {
          id: randomUUID(),
          trigger_type: "chat_opened",
          visitor_session_id: of.visit.visitorSessionId,
          page: { url: "https://x.example" },
          evidence: {},
        },
      ],
    }),
    sendMessage: (of) => ({
      id: randomUUID(),
      conversation_id: of.conversationId,
      text: "hello",
      quick_reply_id: null,
      visitor_session_id: of.visit.visitorSessionId,
    }),
    readConversation: () => ({ sequence: 1 }),
    reportGreeting: (of) => ({
      message_id: randomUUID(),
      action: "dismissed",
      visitor_session_id: of.visit.visitorSessionId,
    }),
    leaveEmail: () => ({ email: "ada@example.com" }),
    identify: (of) => ({
      id: randomUUID(),
      visitor_session_id: of.visit.visitorSessionId,
      fields: { name: "x" },
    }),
    updateVisitor: (of) => ({
      id: randomUUID(),
      visitor_session_id: of.visit.visitorSessionId,
      fields: { name: "x" },
    }),
    trackVisitorEvent: (of) => ({
      id: randomUUID(),
      visitor_session_id: of.visit.visitorSessionId,
      name: "signed_up",
    }),
    startWorkflow: (of) => ({
      id: randomUUID(),
      visitor_session_id: of.visit.visitorSessionId,
      workflow_id: of.workflowId,
    }),
    reportTyping: (of) => ({ conversation_id: of.conversationId }),
  };

const fill = (path: string, of: TestWorkspace) =>
  path
    .replace(":workflow_id", of.workflowId)
    .replace(":version_id", of.versionId)
    .replace(":test_id", of.testId)
    .replace(":run_id", of.runId)
    .replace(":conversation_id", of.conversationId)
    .replace(":contact_id", of.contactId)
    .replace(":member_id", of.memberIds.agent)
    .replace(":team_id", of.teamId)
    .replace(":ai_agent_id", of.aiAgentId)
    .replace(":schedule_id", of.scheduleId)
    .replace(":credential_id", of.credentialId)
    .replace(":identity_secret_id", of.identitySecretId);

async function ask(
  prefix: string,
  shape: { method: string; path: string },
  options: { token?: string; ids: TestWorkspace; body: object | undefined },
) {
  const [method] = (["GET", "POST", "PUT", "PATCH", "DELETE"] as const).filter(
    (each) => each === shape.method,
  );
  return await app.inject({
    method: method ?? "GET",
    url: `${prefix}${fill(shape.path, options.ids)}`,
    ...(options.body === undefined ? {} : { payload: options.body }),
    headers: options.token === undefined ? {} : { authorization: `Bearer ${options.token}` },
  });
}

let readEverything: string | undefined;

/** Everything that is kept of a workspace, as one text. */
async function everythingOf(workspace: TestWorkspace): Promise<string> {
  if (readEverything === undefined) {
    const tables = await store.query<{ name: string }>({
      text: `select table_name as name from information_schema.columns
             where table_schema = 'public' and column_name = 'workspace_id' and table_name not in ('api_key', 'login_session') order by 1`,
    });
    const parts = tables.map(
      ({ name }) =>
        `(select jsonb_agg(t order by t::text) from ${name} t where workspace_id = $1) as "${name}"`,
    );
    readEverything = `select ${parts.join(", ")}`;
  }
  return JSON.stringify(
    await store.query({ text: readEverything, values: [workspace.workspaceId] }),
  );
}

const teamRows = Object.entries(teamEndpoints).map(([name, endpoint]) => ({
  name,
  endpoint,
  body: Object.entries(teamBodies).find(([key]) => key === name)?.[1],
}));
const visitorRows = Object.entries(visitorEndpoints).map(([name, endpoint]) => ({
  name,
  endpoint,
  body: Object.entries(visitorBodies).find(([key]) => key === name)?.[1],
}));

describe("another workspace's ids", () => {
  test.each(teamRows.filter(({ endpoint }) => endpoint.shape.path.includes(":")))(
    "$name answers 404 and changes nothing",
    async ({ endpoint, body }) => {
      const before = await everythingOf(theirs);
      const answer = await ask("/api/v1", endpoint.shape, {
        token: ours.apiKeys.owner,
        ids: theirs,
        body: body?.(ours),
      });
      expect([answer.statusCode, answer.json()]).toMatchObject([404, { code: "not_found" }]);
      expect(await everythingOf(theirs)).toBe(before);
    },
  );

  test.each(["createMember", "createTeam", "assignConversation", "orderWorkflows"])(
    "%s names an id in its body that is not there",
    async (name) => {
      const row = teamRows.find((each) => each.name === name);
      const before = await everythingOf(theirs);
      const answer = await ask("/api/v1", row?.endpoint.shape ?? { method: "", path: "" }, {
        token: ours.apiKeys.owner,
        ids: ours,
        body: row?.body?.(theirs),
      });
      expect([answer.statusCode, answer.json().errors[0].message]).toEqual([
        422,
        expect.stringMatching(/^there is no such/),
      ]);
      expect(await everythingOf(theirs)).toBe(before);
    },
  );

  test("startRun finds no conversation of theirs", async () => {
    const answer = await ask("/api/v1", teamEndpoints.startRun.shape, {
      token: ours.apiKeys.owner,
      ids: ours,
      body: teamBodies.startRun?.(theirs),
    });
    expect(answer.statusCode).toBe(404);
  });

  test("lists hold only our own", async () => {
    const known = [
      theirs.conversationId,
      theirs.contactId,
      theirs.runId,
      theirs.workflowId,
      theirs.teamId,
      theirs.scheduleId,
      theirs.aiAgentId,
      theirs.credentialId,
      theirs.memberIds.agent,
    ];
    for (const { endpoint } of teamRows.filter(
      (row) =>
        row.endpoint.shape.method === "GET" &&
        row.endpoint.access !== "anyone" &&
        !row.endpoint.shape.path.includes(":"),
    )) {
      const answer = await ask("/api/v1", endpoint.shape, {
        token: ours.apiKeys.owner,
        ids: ours,
        body: undefined,
      });
      expect(known.filter((id) => answer.body.includes(id))).toEqual([]);
    }
  });

  /** They name no record: whose token it is says it all. */
  const ofTheAsker = ["/conversations", "/email", "/sign-out"];
  test.each(
    visitorRows.filter(
      ({ endpoint }) => endpoint.access === "visitor" && !ofTheAsker.includes(endpoint.shape.path),
    ),
  )(
    "the widget's $name answers another visitor 404 and changes nothing",
    async ({ endpoint, body }) => {
      const other = await aConversation(tools, ours.publicKey, ours.workspaceId);
      for (const token of [other.visit.visitorToken, theirs.visit.visitorToken]) {
        const before = await everythingOf(ours);
        const answer = await ask("/widget/v1", endpoint.shape, {
          token,
          ids: ours,
          body: body?.(ours),
        });
        expect(answer.statusCode).toBe(404);
        expect(await everythingOf(ours)).toBe(before);
      }
    },
  );
});

describe("without a login", () => {
  const closed = teamRows.filter(({ endpoint }) => endpoint.access !== "anyone");
  test.each(closed)("$name answers 401 and changes nothing", async ({ endpoint, body }) => {
    const before = await everythingOf(ours);
    for (const token of [undefined, "sk_guessed", ours.visit.visitorToken]) {
      const answer = await ask("/api/v1", endpoint.shape, {
        ...(token === undefined ? {} : { token }),
        ids: ours,
        body: body?.(ours),
      });
      expect([answer.statusCode, answer.json()]).toMatchObject([401, { code: "not_signed_in" }]);
    }
    expect(await everythingOf(ours)).toBe(before);
  });

  test.each(visitorRows.filter(({ endpoint }) => endpoint.access === "visitor"))(
    "the widget's $name answers 401",
    async ({ endpoint, body }) => {
      for (const token of [undefined, "guessed", ours.apiKeys.owner]) {
        const answer = await ask("/widget/v1", endpoint.shape, {
          ...(token === undefined ? {} : { token }),
          ids: ours,
          body: body?.(ours),
        });
        expect(answer.statusCode).toBe(401);
      }
    },
  );
});
