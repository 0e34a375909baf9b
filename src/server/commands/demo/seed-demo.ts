import path from "node:path";
import {
  type Graph,
  type MemberId,
  type TeamId,
  type WorkflowId,
  type WorkspaceId,
  scheduleSchema,
  toMemberId,
  toScheduleId,
  toTeamId,
  toVersionId,
  toWorkflowId,
  toWorkspaceId,
} from "#core/domain";
import { hashPassword, newUuid } from "#server/platform";
import {
  type Session,
  hasWorkspace,
  insertLogin,
  insertMember,
  insertSchedule,
  insertTeam,
  insertVersion,
  insertWorkflow,
  insertWorkspace,
  lockWorkspaces,
  replaceMembersOfTeam,
  setLiveVersion,
} from "#server/store";
import { contentHash } from "../automation/content-hash.ts";
import { storeCredential } from "../integrations/connect-integration.ts";
import { newPublicKey } from "../people/new-public-key.ts";
import type { Tools } from "../tools.ts";
import { loadTemplate } from "./load-template.ts";
import { pricingPageHelper } from "./pricing-page-helper.ts";
import { returnsWithAWait } from "./returns-with-a-wait.ts";
import { welcomeAndRoute } from "./welcome-and-route.ts";

/** The e-mail that is printed at start. */
export const DEMO_EMAIL = "alex@ridgeline.example";

const people = [
  { key: "alex", name: "Alex Rivera", email: DEMO_EMAIL, role: "owner", presence: "online" },
  {
    key: "maya",
    name: "Maya Chen",
    email: "maya@ridgeline.example",
    role: "agent",
    presence: "online",
  },
  {
    key: "jonas",
    name: "Jonas Weber",
    email: "jonas@ridgeline.example",
    role: "builder",
    presence: "away",
  },
  {
    key: "priya",
    name: "Priya Nair",
    email: "priya@ridgeline.example",
    role: "agent",
    presence: "online",
  },
] as const;

const teams = [
  { key: "support", name: "Support", members: ["alex", "maya"] },
  { key: "sales", name: "Sales", members: ["jonas", "priya"] },
] as const;

/** What the demo is made with. */
export type DemoTools = Pick<
  Tools,
  "store" | "clock" | "sealer" | "integrations" | "steps" | "triggers"
>;

/**
 * Makes the demo workspace in an empty database: four members in two teams, support hours, four live workflows and a pretended shop
 * that is connected, all or nothing.
 * Returns whether it did. Every demo login has the one password and works only while the workspace is marked demo.
 */
export async function seedDemo(
  tools: DemoTools,
  password: string,
  templatesDir: string,
): Promise<boolean> {
  const orderStatus = await loadTemplate(tools, path.join(templatesDir, "order-status.yaml"));
  const passwordHash = await hashPassword(password);
  const createdAt = tools.clock.now();
  return await tools.store.transaction(async (session) => {
    await lockWorkspaces(session);
    if (await hasWorkspace(session)) return false;
    const workspaceId = toWorkspaceId(newUuid());
    await insertWorkspace(session, {
      workspace_id: workspaceId,
      slug: "demo",
      name: "Ridgeline Outfitters",
      timezone: "UTC",
      language: "en",
      public_key: newPublicKey(),
      is_demo: true,
      created_at: createdAt,
    });
    const memberIds = await seedPeople(session, workspaceId, passwordHash, createdAt);
    const teamIds = await seedTeams(session, workspaceId, memberIds, createdAt);
    await seedHours(session, workspaceId, createdAt);
    for (const { demo, ...integration } of tools.integrations)
      if (demo !== null)
        await storeCredential(tools, session, { workspaceId, integration, ...demo });
    const orderStatusId = toWorkflowId(newUuid());
    const workflows: readonly (readonly [string, Graph, WorkflowId?])[] = [
      ["Welcome and route", welcomeAndRoute(teamIds, orderStatusId)],
      ["Order status", orderStatus(new Map([["Support", teamIds.support]])), orderStatusId],
      ["Pricing page helper", pricingPageHelper(teamIds)],
      ["Returns with a wait", returnsWithAWait()],
    ];
    for (const [name, graph, workflowId = toWorkflowId(newUuid())] of workflows) {
      await seedWorkflow(session, {
        workspaceId,
        workflowId,
        name,
        graph,
        publishedBy: memberIds.alex,
        createdAt,
      });
    }
    return true;
  });
}

type PersonKey = (typeof people)[number]["key"];

async function seedPeople(
  session: Session,
  workspaceId: WorkspaceId,
  passwordHash: string,
  createdAt: Date,
): Promise<Record<PersonKey, MemberId>> {
  const memberIds = {
    alex: toMemberId(newUuid()),
    maya: toMemberId(newUuid()),
    jonas: toMemberId(newUuid()),
    priya: toMemberId(newUuid()),
  };
  for (const { key, ...person } of people) {
    const loginId = newUuid();
    await insertLogin(session, {
      loginId,
      email: person.email,
      passwordHash,
      isDemo: true,
      createdAt,
    });
    await insertMember(session, {
      workspaceId,
      memberId: memberIds[key],
      loginId,
      ...person,
      createdAt,
    });
  }
  return memberIds;
}

async function seedTeams(
  session: Session,
  workspaceId: WorkspaceId,
  memberIds: Record<PersonKey, MemberId>,
  createdAt: Date,
): Promise<{ support: TeamId; sales: TeamId }> {
  const teamIds = { support: toTeamId(newUuid()), sales: toTeamId(newUuid()) };
  for (const { key, name, members } of teams) {
    await insertTeam(session, { workspaceId, teamId: teamIds[key], name, createdAt });
    await replaceMembersOfTeam(
      session,
      workspaceId,
      teamIds[key],
      members.map((member) => memberIds[member]),
    );
  }
  return teamIds;
}

/** Support is there on weekdays; the workspace's own hours. */
async function seedHours(
  session: Session,
  workspaceId: WorkspaceId,
  createdAt: Date,
): Promise<void> {
  await insertSchedule(session, {
    workspaceId,
    scheduleId: toScheduleId(newUuid()),
    name: "Support hours",
    isDefault: true,
    data: scheduleSchema.parse({
      days: { saturday: { is_open: false }, sunday: { is_open: false } },
      holidays: [
        { day: "01-01", name: "New Year’s Day" },
        { day: "12-24", name: "Christmas Eve", spans: [{ from: "09:00", to: "12:00" }] },
        { day: "12-25", name: "Christmas Day" },
      ],
    }),
    createdAt,
  });
}

async function seedWorkflow(
  session: Session,
  workflow: {
    workspaceId: WorkspaceId;
    workflowId: WorkflowId;
    name: string;
    graph: Graph;
    publishedBy: MemberId;
    createdAt: Date;
  },
): Promise<void> {
  const { workspaceId, workflowId, name, graph, publishedBy, createdAt } = workflow;
  const versionId = toVersionId(newUuid());
  await insertWorkflow(session, { workspaceId, workflowId, name, draft: graph, createdAt });
  await insertVersion(session, {
    workspaceId,
    workflowId,
    versionId,
    graph,
    contentHash: contentHash(graph),
    note: "From the demo",
    publishedAt: createdAt,
    publishedBy,
  });
  await setLiveVersion(session, workspaceId, workflowId, versionId);
}
