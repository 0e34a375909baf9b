import type {
  AssignmentExplanation,
  ContactId,
  ConversationId,
  EventId,
  MemberId,
  NonStartReason,
  RunId,
  TeamId,
  TriggerDecision,
  VersionId,
  VisitId,
  WorkflowId,
  WorkflowStarts,
  WorkspaceId,
} from "#core/domain";
import type { AssignmentRecord } from "#core/engine";
import { type SqlMoment, fromMoment, toMoment } from "../moments.ts";

export interface TriggerDecisionRow {
  workspace_id: WorkspaceId;
  event_id: EventId;
  workflow_id: WorkflowId;
  version_id: VersionId | null;
  contact_id: ContactId;
  conversation_id: ConversationId | null;
  result: TriggerDecision["result"];
  run_id: RunId | null;
  reason: NonStartReason | null;
  evidence: TriggerDecision["evidence"];
  decided_at: SqlMoment;
}

export interface WorkflowStartsRow {
  workspace_id: WorkspaceId;
  workflow_id: WorkflowId;
  contact_id: string;
  first_at: SqlMoment;
  last_at: SqlMoment;
  start_count: number;
  last_visitor_session_id: string | null;
}

export interface AssignmentRow {
  workspace_id: WorkspaceId;
  conversation_id: ConversationId;
  request_key: string;
  run_id: RunId | null;
  visit_id: VisitId | null;
  outcome: AssignmentRecord["outcome"]["kind"];
  member_id: MemberId | null;
  team_id: TeamId | null;
  /** Null when the target is gone: there was nobody to explain. */
  explanation: AssignmentExplanation | null;
  settled_at: SqlMoment;
}

export function toTriggerDecision(row: TriggerDecisionRow): TriggerDecision {
  return {
    eventId: row.event_id,
    workflowId: row.workflow_id,
    versionId: row.version_id,
    contactId: row.contact_id,
    conversationId: row.conversation_id,
    result: row.result,
    runId: row.run_id,
    reason: row.reason,
    evidence: row.evidence,
    decidedAt: toMoment(row.decided_at),
  };
}

export function fromTriggerDecision(
  workspaceId: WorkspaceId,
  decision: TriggerDecision,
): TriggerDecisionRow {
  return {
    workspace_id: workspaceId,
    event_id: decision.eventId,
    workflow_id: decision.workflowId,
    version_id: decision.versionId,
    contact_id: decision.contactId,
    conversation_id: decision.conversationId,
    result: decision.result,
    run_id: decision.runId,
    reason: decision.reason,
    evidence: decision.evidence,
    decided_at: fromMoment(decision.decidedAt),
  };
}

export function toWorkflowStarts(row: WorkflowStartsRow): WorkflowStarts {
  return {
    workflowId: row.workflow_id,
    firstAt: toMoment(row.first_at),
    lastAt: toMoment(row.last_at),
    count: row.start_count,
    lastVisitorSessionId: row.last_visitor_session_id,
  };
}

export function fromWorkflowStarts(
  workspaceId: WorkspaceId,
  contactId: string,
  starts: WorkflowStarts,
): WorkflowStartsRow {
  return {
    workspace_id: workspaceId,
    workflow_id: starts.workflowId,
    contact_id: contactId,
    first_at: fromMoment(starts.firstAt),
    last_at: fromMoment(starts.lastAt),
    start_count: starts.count,
    last_visitor_session_id: starts.lastVisitorSessionId,
  };
}

export function fromAssignmentRecord(
  workspaceId: WorkspaceId,
  record: AssignmentRecord,
): AssignmentRow {
  const { request, outcome } = record;
  return {
    workspace_id: workspaceId,
    conversation_id: request.conversationId,
    request_key: request.key,
    run_id: request.runId,
    visit_id: request.visitId,
    outcome: outcome.kind,
    member_id: outcome.kind === "assigned" ? outcome.memberId : null,
    team_id: outcome.kind === "target_gone" ? null : outcome.teamId,
    explanation: outcome.kind === "target_gone" ? null : outcome.explanation,
    settled_at: fromMoment(record.at),
  };
}
