import {
  type Message,
  type MessageAuthor,
  type WorkspaceId,
  toAiAgentId,
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
  attachments: Message["attachments"];
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
    attachments: row.attachments,
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
    ...fromAuthor(author),
    is_public: message.isPublic,
    is_note: message.isNote,
    body: message.text,
    quick_replies: message.quickReplies,
    quick_reply_id: message.quickReplyId,
    answer_input: message.answerInput,
    attachments: message.attachments,
    delivery: message.delivery,
    sent_at: fromMoment(message.sentAt),
  };
}

type AuthorColumns = Pick<MessageRow, "author_kind" | "author_id" | "workflow_id" | "step_id">;

/** An AI agent's message names the agent, or the run it was written for. */
function fromAuthor(author: MessageAuthor): AuthorColumns {
  const nobody = { author_kind: author.kind, author_id: null, workflow_id: null, step_id: null };
  switch (author.kind) {
    case "member":
      return { ...nobody, author_id: author.memberId };
    case "workflow":
      return {
        ...nobody,
        author_id: author.runId,
        workflow_id: author.workflowId,
        step_id: author.stepId,
      };
    case "ai_agent":
      return { ...nobody, author_id: author.aiAgentId, step_id: author.stepId };
    default:
      return nobody;
  }
}

function toAuthor(row: MessageRow): MessageAuthor {
  const { author_kind: kind, author_id: id, workflow_id: workflowId, step_id: stepId } = row;
  if (kind === "member" && id !== null) return { kind, memberId: toMemberId(id) };
  if (kind === "workflow" && id !== null && workflowId !== null && stepId !== null)
    return { kind, workflowId, runId: toRunId(id), stepId };
  if (kind === "ai_agent")
    return { kind, aiAgentId: id === null ? null : toAiAgentId(id), runId: null, stepId };
  return kind === "contact" ? { kind } : { kind: "system" };
}
