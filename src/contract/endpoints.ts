import { z } from "zod";
import { actionListSchema } from "./actions.ts";
import {
  assignConversationSchema,
  conversationDetailSchema,
  conversationQuerySchema,
  changeConversationSchema,
  conversationSchema,
  snoozeConversationSchema,
  messageListSchema,
  messageQuerySchema,
  messageSchema,
  readConversationSchema,
  sendMessageSchema,
  viewCountsSchema,
} from "./conversations.ts";
import {
  insightDaysQuerySchema,
  insightQuerySchema,
  insightsSchema,
  workflowActivitySchema,
} from "./insights.ts";
import { integrationEndpoints } from "./integrations.ts";
import { pageOf, pageQuerySchema } from "./pagination.ts";
import {
  aiAgentSchema,
  changeAiAgentSchema,
  changeContactSchema,
  trackEventSchema,
  changeMemberSchema,
  changeTeamSchema,
  contactQuerySchema,
  contactSchema,
  createAiAgentSchema,
  createMemberSchema,
  createTeamSchema,
  loginSchema,
  memberSchema,
  meSchema,
  presenceSchema,
  setupSchema,
  setupStateSchema,
  teamSchema,
} from "./people.ts";
import {
  controlRunSchema,
  retryRunSchema,
  decisionCountsSchema,
  decisionQuerySchema,
  decisionSchema,
  runDetailSchema,
  runQuerySchema,
  runSummarySchema,
  startRunSchema,
} from "./runs.ts";
import { changeScheduleSchema, createScheduleSchema, namedScheduleSchema } from "./schedules.ts";
import { widgetSettingsEndpoints } from "./widget-settings.ts";
import { workflowTestEndpoints } from "./workflow-test-endpoints.ts";
import { publishedVersionSchema } from "./workflow-tests.ts";
import {
  changeVersionSchema,
  changeWorkflowSchema,
  createWorkflowSchema,
  orderWorkflowsSchema,
  publishWorkflowSchema,
  savedDraftSchema,
  saveDraftSchema,
  versionDetailSchema,
  versionSchema,
  waitingRunsSchema,
  workflowDetailSchema,
  workflowGraphsSchema,
  workflowSchema,
  workflowWebhookSchema,
} from "./workflows.ts";

/** One address of the API under /api/v1. `answer` null: 204 without a body. Params in the path are `:name`. */
export interface Endpoint {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  readonly path: string;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  readonly answer: z.ZodType | null;
}

/** Every address of the API: what the server mounts is what the browser calls. */
export const endpoints = {
  logIn: { method: "POST", path: "/login", body: loginSchema, answer: meSchema },
  logOut: { method: "POST", path: "/logout", answer: null },
  getMe: { method: "GET", path: "/me", answer: meSchema },
  setPresence: { method: "PUT", path: "/me/presence", body: presenceSchema, answer: memberSchema },
  getSetup: { method: "GET", path: "/setup", answer: setupStateSchema },
  setUp: { method: "POST", path: "/setup", body: setupSchema, answer: meSchema },

  listMembers: {
    method: "GET",
    path: "/members",
    query: pageQuerySchema,
    answer: pageOf(memberSchema),
  },
  createMember: {
    method: "POST",
    path: "/members",
    body: createMemberSchema,
    answer: memberSchema,
  },
  changeMember: {
    method: "PATCH",
    path: "/members/:member_id",
    body: changeMemberSchema,
    answer: memberSchema,
  },
  listActions: { method: "GET", path: "/actions", answer: actionListSchema },
  listTeams: { method: "GET", path: "/teams", query: pageQuerySchema, answer: pageOf(teamSchema) },
  createTeam: { method: "POST", path: "/teams", body: createTeamSchema, answer: teamSchema },
  changeTeam: {
    method: "PATCH",
    path: "/teams/:team_id",
    body: changeTeamSchema,
    answer: teamSchema,
  },
  listAiAgents: {
    method: "GET",
    path: "/ai-agents",
    query: pageQuerySchema,
    answer: pageOf(aiAgentSchema),
  },
  createAiAgent: {
    method: "POST",
    path: "/ai-agents",
    body: createAiAgentSchema,
    answer: aiAgentSchema,
  },
  changeAiAgent: {
    method: "PATCH",
    path: "/ai-agents/:ai_agent_id",
    body: changeAiAgentSchema,
    answer: aiAgentSchema,
  },
  deleteAiAgent: { method: "DELETE", path: "/ai-agents/:ai_agent_id", answer: null },
  listSchedules: {
    method: "GET",
    path: "/schedules",
    query: pageQuerySchema,
    answer: pageOf(namedScheduleSchema),
  },
  createSchedule: {
    method: "POST",
    path: "/schedules",
    body: createScheduleSchema,
    answer: namedScheduleSchema,
  },
  changeSchedule: {
    method: "PATCH",
    path: "/schedules/:schedule_id",
    body: changeScheduleSchema,
    answer: namedScheduleSchema,
  },
  deleteSchedule: { method: "DELETE", path: "/schedules/:schedule_id", answer: null },
  ...widgetSettingsEndpoints,
  ...integrationEndpoints,
  listContacts: {
    method: "GET",
    path: "/contacts",
    query: contactQuerySchema,
    answer: pageOf(contactSchema),
  },
  getContact: { method: "GET", path: "/contacts/:contact_id", answer: contactSchema },
  trackEvent: {
    method: "POST",
    path: "/contacts/:contact_id/events",
    body: trackEventSchema,
    answer: contactSchema,
  },
  changeContact: {
    method: "PATCH",
    path: "/contacts/:contact_id",
    body: changeContactSchema,
    answer: contactSchema,
  },

  listConversations: {
    method: "GET",
    path: "/conversations",
    query: conversationQuerySchema,
    answer: pageOf(conversationSchema),
  },
  countConversations: { method: "GET", path: "/conversations/counts", answer: viewCountsSchema },
  getConversation: {
    method: "GET",
    path: "/conversations/:conversation_id",
    answer: conversationDetailSchema,
  },
  listMessages: {
    method: "GET",
    path: "/conversations/:conversation_id/messages",
    query: messageQuerySchema,
    answer: messageListSchema,
  },
  sendMessage: {
    method: "POST",
    path: "/conversations/:conversation_id/messages",
    body: sendMessageSchema,
    answer: messageSchema,
  },
  addNote: {
    method: "POST",
    path: "/conversations/:conversation_id/notes",
    body: sendMessageSchema,
    answer: messageSchema,
  },
  assignConversation: {
    method: "POST",
    path: "/conversations/:conversation_id/assign",
    body: assignConversationSchema,
    answer: conversationSchema,
  },
  changeConversation: {
    method: "PATCH",
    path: "/conversations/:conversation_id",
    body: changeConversationSchema,
    answer: conversationSchema,
  },
  snoozeConversation: {
    method: "POST",
    path: "/conversations/:conversation_id/snooze",
    body: snoozeConversationSchema,
    answer: conversationSchema,
  },
  closeConversation: {
    method: "POST",
    path: "/conversations/:conversation_id/close",
    answer: conversationSchema,
  },
  reopenConversation: {
    method: "POST",
    path: "/conversations/:conversation_id/reopen",
    answer: conversationSchema,
  },
  readConversation: {
    method: "POST",
    path: "/conversations/:conversation_id/read",
    body: readConversationSchema,
    answer: conversationSchema,
  },

  listWorkflows: {
    method: "GET",
    path: "/workflows",
    query: pageQuerySchema,
    answer: pageOf(workflowSchema),
  },
  createWorkflow: {
    method: "POST",
    path: "/workflows",
    body: createWorkflowSchema,
    answer: workflowDetailSchema,
  },
  orderWorkflows: {
    method: "PUT",
    path: "/workflows/order",
    body: orderWorkflowsSchema,
    answer: null,
  },
  listWorkflowGraphs: { method: "GET", path: "/workflows/graphs", answer: workflowGraphsSchema },
  getWorkflow: { method: "GET", path: "/workflows/:workflow_id", answer: workflowDetailSchema },
  getWebhook: {
    method: "GET",
    path: "/workflows/:workflow_id/webhook",
    answer: workflowWebhookSchema,
  },
  changeWorkflow: {
    method: "PATCH",
    path: "/workflows/:workflow_id",
    body: changeWorkflowSchema,
    answer: workflowSchema,
  },
  deleteWorkflow: { method: "DELETE", path: "/workflows/:workflow_id", answer: null },
  saveDraft: {
    method: "PUT",
    path: "/workflows/:workflow_id/draft",
    body: saveDraftSchema,
    answer: savedDraftSchema,
  },
  publishWorkflow: {
    method: "POST",
    path: "/workflows/:workflow_id/publish",
    body: publishWorkflowSchema,
    answer: publishedVersionSchema,
  },
  listWaitingRuns: {
    method: "GET",
    path: "/workflows/:workflow_id/waiting-runs",
    answer: z.strictObject({ waiting: z.array(waitingRunsSchema) }),
  },
  unpublishWorkflow: {
    method: "POST",
    path: "/workflows/:workflow_id/unpublish",
    answer: workflowSchema,
  },
  listVersions: {
    method: "GET",
    path: "/workflows/:workflow_id/versions",
    query: pageQuerySchema,
    answer: pageOf(versionSchema),
  },
  getVersion: {
    method: "GET",
    path: "/workflows/:workflow_id/versions/:version_id",
    answer: versionDetailSchema,
  },
  changeVersion: {
    method: "PATCH",
    path: "/workflows/:workflow_id/versions/:version_id",
    body: changeVersionSchema,
    answer: versionSchema,
  },
  ...workflowTestEndpoints,
  startRun: {
    method: "POST",
    path: "/workflows/:workflow_id/runs",
    body: startRunSchema,
    answer: runSummarySchema,
  },

  getInsights: {
    method: "GET",
    path: "/workflows/:workflow_id/insights",
    query: insightQuerySchema,
    answer: insightsSchema,
  },
  countDecisions: {
    method: "GET",
    path: "/workflows/:workflow_id/decision-counts",
    query: insightDaysQuerySchema,
    answer: decisionCountsSchema,
  },
  listWorkflowActivity: {
    method: "GET",
    path: "/workflow-activity",
    answer: z.strictObject({ items: z.array(workflowActivitySchema) }),
  },
  listRuns: {
    method: "GET",
    path: "/runs",
    query: runQuerySchema,
    answer: pageOf(runSummarySchema),
  },
  getRun: { method: "GET", path: "/runs/:run_id", answer: runDetailSchema },
  controlRun: {
    method: "POST",
    path: "/runs/:run_id/control",
    body: controlRunSchema,
    answer: runSummarySchema,
  },
  retryRun: {
    method: "POST",
    path: "/runs/:run_id/retry",
    body: retryRunSchema,
    answer: runSummarySchema,
  },
  listDecisions: {
    method: "GET",
    path: "/decisions",
    query: decisionQuerySchema,
    answer: pageOf(decisionSchema),
  },
} as const satisfies Record<string, Endpoint>;
export type EndpointName = keyof typeof endpoints;
