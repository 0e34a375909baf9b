import { changeAiAgent } from "./ai-agents/change-ai-agent.ts";
import { createAiAgent } from "./ai-agents/create-ai-agent.ts";
import { deleteAiAgent } from "./ai-agents/delete-ai-agent.ts";
import { listAiAgents } from "./ai-agents/list-ai-agents.ts";
import { listActions } from "./actions/list-actions.ts";
import { changeContact } from "./contacts/change-contact.ts";
import { getContact } from "./contacts/get-contact.ts";
import { listContacts } from "./contacts/list-contacts.ts";
import { addNote } from "./conversations/add-note.ts";
import { assignConversation } from "./conversations/assign-conversation.ts";
import { changeConversation } from "./conversations/change-conversation.ts";
import { snoozeConversation } from "./conversations/snooze-conversation.ts";
import { trackEvent } from "./contacts/track-event.ts";
import { retryRun } from "./runs/retry-run.ts";
import { listWaitingRuns } from "./workflows/list-waiting-runs.ts";
import { closeConversation } from "./conversations/close-conversation.ts";
import { countConversations } from "./conversations/count-conversations.ts";
import { getConversation } from "./conversations/get-conversation.ts";
import { listConversations } from "./conversations/list-conversations.ts";
import { listMessages } from "./conversations/list-messages.ts";
import { readConversation } from "./conversations/read-conversation.ts";
import { reopenConversation } from "./conversations/reopen-conversation.ts";
import { sendMessage } from "./conversations/send-message.ts";
import type { ServedEndpoint } from "./endpoint.ts";
import { connectIntegration } from "./integrations/connect-integration.ts";
import { disconnectIntegration } from "./integrations/disconnect-integration.ts";
import { listIntegrations } from "./integrations/list-integrations.ts";
import { testCredential } from "./integrations/test-credential.ts";
import { changeMember } from "./members/change-member.ts";
import { createMember } from "./members/create-member.ts";
import { listMembers } from "./members/list-members.ts";
import { controlRun } from "./runs/control-run.ts";
import { getRun } from "./runs/get-run.ts";
import { listDecisions } from "./runs/list-decisions.ts";
import { listRuns } from "./runs/list-runs.ts";
import { startRun } from "./runs/start-run.ts";
import { changeSchedule } from "./schedules/change-schedule.ts";
import { createSchedule } from "./schedules/create-schedule.ts";
import { deleteSchedule } from "./schedules/delete-schedule.ts";
import { listSchedules } from "./schedules/list-schedules.ts";
import { getMe } from "./sign-in/get-me.ts";
import { countDecisions } from "./insights/count-decisions.ts";
import { listWorkflowActivity } from "./insights/list-workflow-activity.ts";
import { getInsights } from "./insights/get-insights.ts";
import { getSetup } from "./sign-in/get-setup.ts";
import { logIn } from "./sign-in/log-in.ts";
import { logOut } from "./sign-in/log-out.ts";
import { setPresence } from "./sign-in/set-presence.ts";
import { setUp } from "./sign-in/set-up.ts";
import { changeTeam } from "./teams/change-team.ts";
import { createTeam } from "./teams/create-team.ts";
import { listTeams } from "./teams/list-teams.ts";
import { changeWidgetSettings } from "./widget-settings/change-widget-settings.ts";
import { createIdentitySecret } from "./widget-settings/create-identity-secret.ts";
import { deleteIdentitySecret } from "./widget-settings/delete-identity-secret.ts";
import { deleteWidgetLogo } from "./widget-settings/delete-widget-logo.ts";
import { getWidgetSettings } from "./widget-settings/get-widget-settings.ts";
import { listWidgetSightings } from "./widget-settings/list-widget-sightings.ts";
import { openInspection } from "./widget-settings/open-inspection.ts";
import { setWidgetLogo } from "./widget-settings/set-widget-logo.ts";
import { getConfig } from "./widget/get-config.ts";
import { getInspection } from "./widget/get-inspection.ts";
import { leaveEmail } from "./widget/leave-email.ts";
import { identify } from "./widget/identify.ts";
import { listConversations as listVisitorConversations } from "./widget/list-conversations.ts";
import { listMessages as listVisitorMessages } from "./widget/list-messages.ts";
import { readConversation as readAsVisitor } from "./widget/read-conversation.ts";
import { reportDetections } from "./widget/report-detections.ts";
import { reportGreeting } from "./widget/report-greeting.ts";
import { reportTyping } from "./widget/report-typing.ts";
import { sendMessage as sendVisitorMessage } from "./widget/send-message.ts";
import { signOut } from "./widget/sign-out.ts";
import { startVisit } from "./widget/start-visit.ts";
import { startWorkflow } from "./widget/start-workflow.ts";
import { trackVisitorEvent } from "./widget/track-visitor-event.ts";
import { updateVisitor } from "./widget/update-visitor.ts";
import { changeVersion } from "./workflows/change-version.ts";
import { changeWorkflow } from "./workflows/change-workflow.ts";
import { createWorkflow } from "./workflows/create-workflow.ts";
import { deleteWorkflow } from "./workflows/delete-workflow.ts";
import { getVersion } from "./workflows/get-version.ts";
import { getWorkflow } from "./workflows/get-workflow.ts";
import { getWebhook } from "./webhooks/get-webhook.ts";
import { listVersions } from "./workflows/list-versions.ts";
import { listWorkflowGraphs } from "./workflows/list-workflow-graphs.ts";
import { listWorkflows } from "./workflows/list-workflows.ts";
import { orderWorkflows } from "./workflows/order-workflows.ts";
import { publishWorkflow } from "./workflows/publish-workflow.ts";
import { saveDraft } from "./workflows/save-draft.ts";
import { unpublishWorkflow } from "./workflows/unpublish-workflow.ts";
import { changeWorkflowTest } from "./workflow-tests/change-workflow-test.ts";
import { createWorkflowTest } from "./workflow-tests/create-workflow-test.ts";
import { deleteWorkflowTest } from "./workflow-tests/delete-workflow-test.ts";
import { getSimulationWorld } from "./workflow-tests/get-simulation-world.ts";
import { listWorkflowTests } from "./workflow-tests/list-workflow-tests.ts";
import { runWorkflowTests } from "./workflow-tests/run-workflow-tests.ts";
import type { EndpointName, widgetEndpoints } from "#contract";

/** Every address under /api/v1; the compiler names one that the contract has and this list forgets. */
export const teamEndpoints: Readonly<Record<EndpointName, ServedEndpoint>> = {
  logIn,
  logOut,
  getMe,
  setPresence,
  getSetup,
  setUp,
  listMembers,
  createMember,
  changeMember,
  listActions,
  listTeams,
  createTeam,
  changeTeam,
  listAiAgents,
  createAiAgent,
  changeAiAgent,
  deleteAiAgent,
  listSchedules,
  createSchedule,
  changeSchedule,
  deleteSchedule,
  getWidgetSettings,
  changeWidgetSettings,
  listWidgetSightings,
  openInspection,
  setWidgetLogo,
  deleteWidgetLogo,
  createIdentitySecret,
  deleteIdentitySecret,
  listIntegrations,
  connectIntegration,
  testCredential,
  disconnectIntegration,
  listContacts,
  getContact,
  changeContact,
  trackEvent,
  listConversations,
  countConversations,
  getConversation,
  listMessages,
  sendMessage,
  addNote,
  assignConversation,
  changeConversation,
  snoozeConversation,
  closeConversation,
  reopenConversation,
  readConversation,
  listWorkflows,
  createWorkflow,
  orderWorkflows,
  listWorkflowGraphs,
  getWorkflow,
  changeWorkflow,
  deleteWorkflow,
  saveDraft,
  publishWorkflow,
  listWaitingRuns,
  unpublishWorkflow,
  getWebhook,
  listVersions,
  getVersion,
  changeVersion,
  getSimulationWorld,
  listWorkflowTests,
  createWorkflowTest,
  changeWorkflowTest,
  deleteWorkflowTest,
  runWorkflowTests,
  startRun,
  getInsights,
  countDecisions,
  listWorkflowActivity,
  listRuns,
  getRun,
  controlRun,
  retryRun,
  listDecisions,
};

/** Every address under /widget/v1. */
export const visitorEndpoints: Readonly<Record<keyof typeof widgetEndpoints, ServedEndpoint>> = {
  getConfig,
  getInspection,
  startVisit,
  reportDetections,
  listConversations: listVisitorConversations,
  listMessages: listVisitorMessages,
  sendMessage: sendVisitorMessage,
  readConversation: readAsVisitor,
  reportGreeting,
  leaveEmail,
  reportTyping,
  identify,
  updateVisitor,
  trackVisitorEvent,
  startWorkflow,
  signOut,
};
