import type { MessageBody, VisitorMessageBody } from "#contract";
import { type AttachmentId, type MessageAttachment, toAttachmentId } from "#core/domain";
import type { NamedMessage } from "#server/store";
import { presentMoment } from "./present-moment.ts";

/** Where a reader fetches an uploaded file. */
export type AddressOf = (attachmentId: AttachmentId) => string;

/** For members, by their login or API key. */
const memberAddressOf: AddressOf = (attachmentId) => `/api/v1/attachments/${attachmentId}`;

/** A message as members see it. */
export function presentMessage(named: NamedMessage): MessageBody {
  const { message } = named;
  return {
    ...presentShared(named, memberAddressOf),
    author: presentAuthor(named),
    is_public: message.isPublic,
    is_note: message.isNote,
  };
}

/** A public message as the contact sees it: no ids of members or workflows, first names only. */
export function presentVisitorMessage(
  named: NamedMessage,
  addressOf: AddressOf,
): VisitorMessageBody {
  const { author } = named.message;
  return {
    ...presentShared(named, addressOf),
    author:
      author.kind === "member"
        ? { kind: "member", name: firstName(named.memberName) }
        : { kind: visitorKindOf(author.kind), name: null },
  };
}

/** What a contact is told of an author: what a model wrote is labelled as such, what the system says is the workspace's. */
const visitorKindOf = (kind: "contact" | "workflow" | "ai_agent" | "system") =>
  kind === "system" ? "workflow" : kind;

/** The part of a name that is shown to contacts. */
export const firstName = (name: string | null): string | null =>
  name?.trim().split(/\s+/)[0] ?? null;

function presentShared({ message }: NamedMessage, addressOf: AddressOf) {
  return {
    id: message.id,
    conversation_id: message.conversationId,
    sequence: message.sequence,
    text: message.text,
    quick_replies: [...message.quickReplies],
    quick_reply_id: message.quickReplyId,
    answer_input: message.answerInput,
    ...(message.attachments.length === 0
      ? {}
      : {
          attachments: message.attachments.map((file) => presentAttachment(file, addressOf)),
        }),
    delivery: message.delivery,
    sent_at: presentMoment(message.sentAt),
  };
}

function presentAttachment(file: MessageAttachment, addressOf: AddressOf) {
  const { name, content_type, bytes } = file;
  const url = "url" in file ? file.url : addressOf(toAttachmentId(file.id));
  return { name, url, content_type, bytes };
}

function presentAuthor({ message, memberName, workflowName }: NamedMessage): MessageBody["author"] {
  const { author } = message;
  switch (author.kind) {
    case "member":
      return {
        kind: "member",
        member_id: author.memberId,
        name: memberName ?? "Somebody who left",
      };
    case "workflow":
      return {
        kind: "workflow",
        workflow_id: author.workflowId,
        workflow_name: workflowName ?? "Workflow",
        run_id: author.runId,
        step_id: author.stepId,
      };
    case "ai_agent":
      return { kind: "ai_agent", name: "AI agent" };
    case "contact":
    case "system":
      return { kind: author.kind };
  }
}
