import {
  type Message,
  type MessageAuthor,
  type WorkspaceId,
  toMemberId,
  toRunId,
} from "#core/domain";
import type { ConversationId, MessageId, StepId, WorkflowId } from "#core/domain";
import { type SqlMoment, fromMoment, toMoment } from "../moments.ts";

export interface MessageRow {
  workspace_id: WorkspaceId;
  conversation_id: ConversationId;
  sequence: number;
  message_id: MessageId;
  author_kind: MessageAuthor["kind"];
  author_id: string | null;
  workflow_id: WorkflowId | null;
  step_id: StepId | null;
  is_public: boolean;
  is_note: boolean;
  body: string;
  quick_replies: Message["quickReplies"];
  quick_reply_id: string | null;
  answer_input: Message["answerInput"];
  delivery: Message["delivery"];
  sent_at: SqlMoment;
}

export function toMessage(row: MessageRow): Message {
  return {
    id: row.message_id,
    conversationId: row.conversation_id,
    sequence: row.sequence,
    author: toAuthor(row),
    isPublic: row.is_public,
    isNote: row.is_note,
    text: row.body,
    quickReplies: row.quick_replies,
    quickReplyId: row.quick_reply_id,
    answerInput: row.answer_input,
    delivery: row.delivery,
    sentAt: toMoment(row.sent_at),
  };
}

export function fromMessage(workspaceId: WorkspaceId, message: Message): MessageRow {
  const { author } = message;
  return {
    workspace_id: workspaceId,
    conversation_id: message.conversationId,
    sequence: message.sequence,
    message_id: message.id,
    author_kind: author.kind,
    author_id:
      author.kind === "member" ? author.memberId : author.kind === "workflow" ? author.runId : null,
    workflow_id: author.kind === "workflow" ? author.workflowId : null,
    step_id: author.kind === "workflow" ? author.stepId : null,
    is_public: message.isPublic,
    is_note: message.isNote,
    body: message.text,
    quick_replies: message.quickReplies,
    quick_reply_id: message.quickReplyId,
    answer_input: message.answerInput,
    delivery: message.delivery,
    sent_at: fromMoment(message.sentAt),
  };
}

function toAuthor(row: MessageRow): MessageAuthor {
  const { author_kind: kind, author_id: id, workflow_id: workflowId, step_id: stepId } = row;
  if (kind === "member" && id !== null) return { kind, memberId: toMemberId(id) };
  if (kind === "workflow" && id !== null && workflowId !== null && stepId !== null)
    return { kind, workflowId, runId: toRunId(id), stepId };
  return kind === "contact" ? { kind } : { kind: "system" };
}
