/** Store: the only room with SQL. Rows in, rows out; it decides nothing. */
export { type AnnouncementRelay, startAnnouncementRelay } from "./announcement-relay.ts";
export { isContention, isDatabaseUnreachable } from "./database-errors.ts";
export { migrate } from "./migrate.ts";
export {
  fromMoment,
  fromMomentOrNull,
  type SqlMoment,
  toMoment,
  toMomentOrNull,
} from "./moments.ts";
export { type CallRow, type CallState, integrationOf } from "./rows/call-row.ts";
export { type ContactRow, fromContact, toContact } from "./rows/contact-row.ts";
export { type ConversationRow, fromConversation, toConversation } from "./rows/conversation-row.ts";
export {
  type AssignmentRow,
  type TriggerDecisionRow,
  toTriggerDecision,
} from "./rows/decision-rows.ts";
export { fromMessage, type MessageRow, toMessage } from "./rows/message-row.ts";
export { fromRun, type RunRow, toRun, toVisit, type VisitRow } from "./rows/run-row.ts";
export { type TimerRow, toTimer } from "./rows/timer-row.ts";
export {
  fromVisitorSession,
  toVisitorSession,
  type VisitorSessionRow,
} from "./rows/visitor-session-row.ts";
export { toWorkspace, type WorkspaceRow } from "./rows/workspace-row.ts";
export { type Connection, createStore, type Session, type Statement, type Store } from "./store.ts";
export {
  type EventSource,
  type FirstDelivery,
  claimSources,
  loadFirstDeliveries,
} from "./batch/claim-sources.ts";
export { type ClaimedTimer, claimTimers, loadNextDue } from "./batch/claim-timers.ts";
export { findPendingLanes, findWaitedFor } from "./batch/find-work.ts";
export {
  type LoadedBatch,
  type LoadedLane,
  PENDING_PER_LANE,
  loadLanes,
} from "./batch/load-lanes.ts";
export { loadLiveWorkflows, loadRetiredWorkflows, loadVersions } from "./batch/load-workflows.ts";
export {
  type LockedMember,
  type LockedRotation,
  type MemberLocks,
  lockMembers,
} from "./batch/lock-members.ts";
export { type FreePlace, offerPlaces } from "./batch/offer-places.ts";
export { replaceMembersOfTeam, replaceTeamsOfMember } from "./people/team-membership.ts";
export { type QueuedWait, readQueue } from "./batch/read-queue.ts";
export {
  type LaneGrip,
  type LaneName,
  type OpenBatch,
  openBatch,
  toLaneId,
  toLaneKey,
} from "./batch/open-batch.ts";
export {
  type AssignmentWait,
  type BatchWrite,
  type EventWrite,
  type LaneWrite,
  type MemberWrite,
  type RotationWrite,
  writeBatch,
} from "./batch/write-batch.ts";
export * from "./automation/decisions.ts";
export * from "./automation/events.ts";
export { type LaneLog, loadLaneLog } from "./automation/lane-log.ts";
export * from "./automation/runs.ts";
export * from "./automation/versions.ts";
export * from "./automation/workflow-tests.ts";
export * from "./automation/workflows.ts";
export * from "./attachments/attachments.ts";
export * from "./attachments/upload-attachment.ts";
export * from "./clean-up/attachments.ts";
export * from "./clean-up/calls.ts";
export * from "./clean-up/event-sources.ts";
export * from "./clean-up/greetings.ts";
export * from "./cursor.ts";
export * from "./inbox/assignments.ts";
export * from "./inbox/contacts.ts";
export * from "./inbox/contact-identities.ts";
export * from "./inbox/conversations.ts";
export * from "./inbox/merge-contact.ts";
export * from "./inbox/messages.ts";
export * from "./inbox/visitors.ts";
export * from "./integrations/credentials.ts";
export * from "./outbox/action-amounts.ts";
export * from "./outbox/claim-calls.ts";
export { type CallFinish, FAILURES_TO_OPEN, finishCalls } from "./outbox/finish-calls.ts";
export * from "./outbox/list-open-calls.ts";
export * from "./people/ai-agents.ts";
export * from "./people/api-keys.ts";
export * from "./people/logins.ts";
export * from "./people/members.ts";
export * from "./people/schedules.ts";
export * from "./people/teams.ts";
export * from "./people/workspaces.ts";
export * from "./trigger-doors/live-graph.ts";
export * from "./trigger-doors/schedule-firings.ts";
export * from "./trigger-doors/workflow-schedules.ts";
export * from "./widget/identity-secrets.ts";
export * from "./widget/widget-logos.ts";
export * from "./widget/widget-settings.ts";
export * from "./widget/widget-sightings.ts";
export { medianDuration, toDurationBucket } from "./insights/duration-buckets.ts";
export type { InsightCount, InsightEnd, InsightMeasure } from "./insights/insight-count.ts";
export {
  countWorkflowDays,
  type InsightPeriod,
  type InsightRow,
  listStepNames,
  loadInsights,
  type StepNameRow,
  type WorkflowDayRow,
} from "./insights/load-insights.ts";
