import type {
  ContactId,
  ConversationId,
  RunId,
  Timer,
  TimerId,
  VisitId,
  WorkspaceId,
} from "#core/domain";
import { type SqlMoment, fromMoment, toMoment } from "../moments.ts";

export interface TimerRow {
  workspace_id: WorkspaceId;
  timer_id: TimerId;
  contact_id: ContactId;
  run_id: RunId | null;
  visit_id: VisitId | null;
  conversation_id: ConversationId | null;
  name: string;
  due_at: SqlMoment;
}

export function toTimer(row: TimerRow): Timer {
  return {
    id: row.timer_id,
    contactId: row.contact_id,
    runId: row.run_id,
    visitId: row.visit_id,
    conversationId: row.conversation_id,
    name: row.name,
    dueAt: toMoment(row.due_at),
  };
}

export function fromTimer(workspaceId: WorkspaceId, timer: Timer): TimerRow {
  return {
    workspace_id: workspaceId,
    timer_id: timer.id,
    contact_id: timer.contactId,
    run_id: timer.runId,
    visit_id: timer.visitId,
    conversation_id: timer.conversationId,
    name: timer.name,
    due_at: fromMoment(timer.dueAt),
  };
}
