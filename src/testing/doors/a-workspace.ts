import { randomUUID } from "node:crypto";
import { createWorkflowTestSchema } from "#contract";
import {
  type ConversationId,
  type ContactId,
  type Graph,
  type MemberId,
  type Role,
  type AiAgentId,
  type ScheduleId,
  type TeamId,
  type VersionId,
  type WorkflowId,
  type WorkspaceId,
  graphSchema,
  roles,
  scheduleSchema,
  toMemberId,
  toTeamId,
  toWorkspaceId,
} from "#core/domain";
import {
  type Caller,
  type StartedVisit,
  type Tools,
  createApiKey,
  createIdentitySecret,
  createAiAgent,
  createSchedule,
  createWorkflow,
  createWorkflowTest,
  publishVersion,
  sendVisitorMessage,
  startRun,
  startVisit,
} from "#server/commands";
import { hashPassword } from "#server/platform";
import {
  findRunStartedBy,
  insertLogin,
  insertMember,
  insertTeam,
  insertWorkspace,
  replaceCredential,
  replaceMembersOfTeam,
} from "#server/store";

/** A workspace with one of everything, made by the same commands that the doors use. */
export interface TestWorkspace {
  readonly workspaceId: WorkspaceId;
  readonly slug: string;
  readonly publicKey: string;
  readonly memberIds: Readonly<Record<Role, MemberId>>;
  /** Each role's e-mail; all have the password `password`. */
  readonly emails: Readonly<Record<Role, string>>;
  /** Each role's API key. */
  readonly apiKeys: Readonly<Record<Role, string>>;
  readonly owner: Caller;
  readonly teamId: TeamId;
  readonly scheduleId: ScheduleId;
  readonly aiAgentId: AiAgentId;
  readonly credentialId: string;
  readonly identitySecretId: string;
  /** What the site's server signs identities with. */
  readonly identitySecret: string;
  readonly workflowId: WorkflowId;
  readonly versionId: VersionId;
  /** An expected conversation of that workflow. */
  readonly testId: string;
  readonly visit: StartedVisit;
  readonly contactId: ContactId;
  readonly conversationId: ConversationId;
  readonly runId: string;
}

/** The password of every login in a test workspace. */
export const testPassword = "a long enough password";
let passwordHash: Promise<string> | undefined;

/** Makes a workspace: a member and an API key per role, a team, a live manual workflow, a visitor with a conversation and a waiting run. */
export async function aWorkspace(tools: Tools): Promise<TestWorkspace> {
  const { store } = tools;
  const workspaceId = toWorkspaceId(randomUUID());
  const slug = `w-${workspaceId.slice(0, 8)}`;
  const publicKey = `pk_${randomUUID()}`;
  const teamId = toTeamId(randomUUID());
  const createdAt = tools.clock.now();
  const memberIds = perRole(() => toMemberId(randomUUID()));
  const emails = perRole((role) => `${role}@${slug}.example`);
  passwordHash ??= hashPassword(testPassword);
  const hash = await passwordHash;
  await store.transaction(async (session) => {
    await insertWorkspace(session, {
      workspace_id: workspaceId,
      slug,
      name: "Test",
      timezone: "UTC",
      language: "en",
      public_key: publicKey,
      is_demo: false,
      created_at: createdAt,
    });
    for (const role of roles) {
      const loginId = randomUUID();
      const person = { name: `The ${role}`, email: emails[role], createdAt };
      await insertLogin(session, { loginId, passwordHash: hash, isDemo: false, ...person });
      await insertMember(session, {
        workspaceId,
        memberId: memberIds[role],
        loginId,
        role,
        presence: "online",
        ...person,
      });
    }
    await insertTeam(session, { workspaceId, teamId, name: "Team", createdAt });
    await replaceMembersOfTeam(session, workspaceId, teamId, [memberIds.agent]);
  });
  const owner: Caller = {
    workspaceId,
    memberId: memberIds.owner,
    role: "owner",
    key: memberIds.owner,
  };
  const apiKeys = perRole(() => "");
  for (const role of roles)
    apiKeys[role] = (await createApiKey(tools, workspaceId, { name: role, role })).token;
  const aiAgentId = await createAiAgent(tools, owner, { name: "Sol" });
  const credentialId = randomUUID();
  await replaceCredential(store, {
    workspaceId,
    id: credentialId,
    integration: "shopify",
    sealed: Buffer.from("opens with no key"),
    shown: { shop: "test.myshopify.com" },
    label: "Test shop",
    now: createdAt.getTime(),
  });
  const identitySecret = await createIdentitySecret(tools, owner);
  const scheduleId = await createSchedule(tools, owner, {
    name: "Hours",
    schedule: scheduleSchema.parse({}),
    is_default: true,
  });
  const workflowId = await createWorkflow(tools, owner, { name: "Ask", graph: askGraph });
  const versionId = await publishVersion(tools, owner, workflowId, { note: "" });
  const testId = await createWorkflowTest(tools, owner, workflowId, aWorkflowTest);
  const talk = await aConversation(tools, publicKey, workspaceId);
  const started = await startRun(tools, owner, workflowId, {
    conversation_id: talk.conversationId,
    inputs: {},
    ends_holder: false,
    sourceKey: undefined,
  });
  const run = await findRunStartedBy(store, workspaceId, started.eventId, workflowId);
  if (run === undefined) throw new Error("the workflow of a test workspace did not start");
  return {
    workspaceId,
    slug,
    publicKey,
    memberIds,
    emails,
    apiKeys,
    owner,
    teamId,
    scheduleId,
    aiAgentId,
    credentialId,
    identitySecretId: identitySecret.id,
    identitySecret: identitySecret.secret,
    workflowId,
    versionId,
    testId,
    ...talk,
    runId: run.run.id,
  };
}

/** A test in which nobody does anything. */
export const aWorkflowTest = createWorkflowTestSchema.parse({
  name: "Nothing happens",
  start: {
    starts_at: "2026-03-02T09:00:00Z",
    channel: "widget",
    page_url: "https://shop.example/",
    language: null,
    contact: { fields: {}, email_verification: "none", is_returning: false },
    offline_member_ids: [],
    delivery_fails: false,
    called_workflows: "live",
  },
  acts: [],
  expected: [[]],
});

/** Opens a conversation of a new visitor with one message. */
export async function aConversation(
  tools: Tools,
  publicKey: string,
  workspaceId: WorkspaceId,
): Promise<{
  readonly visit: StartedVisit;
  readonly contactId: ContactId;
  readonly conversationId: ConversationId;
}> {
  const visit = await startVisit(tools, null, {
    key: publicKey,
    visitor_session_id: randomUUID(),
    page: { url: "https://shop.example/", title: "", referrer: "" },
    device: "desktop",
    language: "en",
    arrived_ms_ago: 60_000,
  });
  const { contactId } = visit;
  const sent = await sendVisitorMessage(
    tools,
    { workspaceId, contactId },
    {
      id: randomUUID(),
      conversation_id: null,
      text: "Hello",
      quick_reply_id: null,
      visitor_session_id: visit.visitorSessionId,
    },
  );
  if (sent.conversationId === null) throw new Error("a visitor's message opened no conversation");
  return { visit, contactId, conversationId: sent.conversationId };
}

const perRole = <Value>(make: (role: Role) => Value): Record<Role, Value> => ({
  owner: make("owner"),
  admin: make("admin"),
  builder: make("builder"),
  agent: make("agent"),
});

/** Started by hand, asks one question and waits. */
export const askGraph: Graph = graphSchema.parse({
  format: 1,
  trigger: {
    type: "manual",
    config: { inputs: [] },
    conditions: { match: "all", conditions: [] },
    frequency: { every: "time" },
    on_takeover: "pause",
  },
  trigger_position: { x: 0, y: 0 },
  steps: [
    {
      id: "ask",
      type: "ask_question",
      name: "Ask",
      config: { text: "Which colour?", answer: { type: "text" }, save_to: { variable: "colour" } },
      position: { x: 300, y: 0 },
    },
    {
      id: "thanks",
      type: "send_message",
      name: "Thank",
      config: { text: "Thank you" },
      position: { x: 600, y: 0 },
    },
  ],
  edges: [
    { from: "trigger", path: "next", to: "ask" },
    { from: "ask", path: "answered", to: "thanks" },
  ],
});
