/** The page's side of the API: calls, cached nouns and the inbox socket. */
export { ApiProblem, explainError, isTemporary } from "./api-problem.ts";
export { type Connection, useConnection } from "./connection.ts";
export type { DraftNews } from "./draft-room.ts";
export { useDraftRoom } from "./use-draft-room.ts";
export { flattenConversations } from "./conversation-list.ts";
export type { ConversationFilter, InboxView } from "./keys.ts";
export { LiveProvider } from "./live-provider.tsx";
export type { OutgoingMessage } from "./outbox.ts";
export { reportProblem } from "./report-problem.ts";
export { createQueryClient } from "./query-client.ts";
export { useChangeContact, useContact, useContacts } from "./use-contacts.ts";
export {
  useAssign,
  useClose,
  useConversation,
  useConversationCounts,
  useConversations,
  useMarkRead,
  useReopen,
} from "./use-conversations.ts";
export { useOutgoing, useSendMessage, useSendTyping, useWatch } from "./use-live.ts";
export { useLogIn, useLogOut, useMe, useSetUp, useSetupState } from "./use-me.ts";
export { useActions } from "./use-actions.ts";
export {
  useConnectIntegration,
  useDisconnectIntegration,
  useIntegrations,
  useTestCredential,
} from "./use-integrations.ts";
export { useMembers, useSetPresence, useTeams } from "./use-members.ts";
export { makeId } from "./make-id.ts";
export { useMessages, useOlderMessages } from "./use-messages.ts";
export { useUploads } from "./use-uploads.ts";
export type { ChosenFile } from "./uploads/uploads.ts";
export { type Typing, useTyping } from "./typing.ts";
export {
  type DecisionFilter,
  type RunFilter,
  useControlRun,
  useDecisions,
  useRetryRun,
  useRun,
  useRuns,
  useStartRun,
} from "./use-runs.ts";
export { useAddress } from "./use-address.ts";
export { useDecisionCounts, useInsights, useWorkflowActivity } from "./use-insights.ts";
export { useAiAgents } from "./use-ai-agents.ts";
export { useSchedules } from "./use-schedules.ts";
export {
  useChangeWorkflow,
  useCopyWorkflow,
  useCreateWorkflow,
  useDeleteWorkflow,
  useOrderWorkflows,
  useSaveDraft,
  useWorkflow,
  useWorkflows,
} from "./use-workflows.ts";
export {
  useChangeVersion,
  useLoadVersion,
  usePublish,
  useSavedDraft,
  useUnpublish,
  useVersion,
  useVersions,
  useWaitingRuns,
  useWorkflowGraphs,
} from "./use-versions.ts";
export {
  useChangeWidgetSettings,
  useCreateIdentitySecret,
  useDeleteIdentitySecret,
  useOpenInspection,
  useWidgetLogo,
  useWidgetSettings,
  useWidgetSightings,
} from "./use-widget-settings.ts";
export {
  useChangeWorkflowTest,
  useCreateWorkflowTest,
  useDeleteWorkflowTest,
  useSimulationWorld,
  useWorkflowTests,
} from "./use-workflow-tests.ts";
