import { type ConversationId, type Message, type MessageId, toMessageId } from "#core/domain";
import { toPlainLine } from "../templates/escape-markdown.ts";
import type { LaneDraft } from "./lane-draft.ts";
import { countSilence } from "./silence.ts";

/** Characters of the newest public text that a list shows. */
const previewLength = 140;

type NewMessage = Pick<Message, "author" | "text"> &
  Partial<
    Pick<
      Message,
      | "isPublic"
      | "isNote"
      | "quickReplies"
      | "quickReplyId"
      | "answerInput"
      | "attachments"
      | "delivery"
      | "sentAt"
    >
  > & { id?: MessageId };

/** Adds a message under the next sequence number of its conversation; public unless told otherwise. */
export const appendMessage = (
  lane: LaneDraft,
  conversationId: ConversationId,
  message: NewMessage,
): Message => {
  const conversation = lane.conversation(conversationId);
  const sequence = conversation.lastSequence + 1;
  const sentAt = message.sentAt ?? lane.world.now;
  const isPublic = message.isPublic ?? true;
  const row: Message = {
    id: message.id ?? toMessageId(lane.ids.next()),
    conversationId,
    sequence,
    author: message.author,
    isPublic,
    isNote: message.isNote ?? false,
    text: message.text,
    quickReplies: message.quickReplies ?? [],
    quickReplyId: message.quickReplyId ?? null,
    answerInput: message.answerInput ?? null,
    attachments: message.attachments ?? [],
    delivery: message.delivery ?? "sent",
    sentAt,
  };
  lane.messages.push(row);
  lane.conversations.put({
    ...conversation,
    lastSequence: sequence,
    lastActivityAt: Math.max(conversation.lastActivityAt, sentAt),
    preview: isPublic ? toPreview(row) : conversation.preview,
    lastTeamMessageAt:
      isPublic && message.author.kind !== "contact" ? sentAt : conversation.lastTeamMessageAt,
    unansweredSince: !isPublic
      ? conversation.unansweredSince
      : message.author.kind === "contact"
        ? (conversation.unansweredSince ?? sentAt)
        : null,
  });
  const isContact = row.author.kind === "contact";
  // A greeting that nobody answered is no conversation yet.
  if (isPublic && (isContact || !conversation.isGreeting))
    countSilence(lane, conversationId, isContact ? "teammate" : "customer");
  return row;
};

/** Adds a line about what happened, for the team only. */
export const appendSystemLine = (
  lane: LaneDraft,
  conversationId: ConversationId,
  text: string,
): void => {
  appendMessage(lane, conversationId, { author: { kind: "system" }, text, isPublic: false });
};

const toPreview = ({ author, text, attachments }: Message): string => {
  if (text === "") return cut(attachments.map(({ name }) => name).join(", "));
  // Long enough for any preview once the marks of Markdown are gone, short enough to stay cheap.
  const beginning = text.slice(0, previewLength * 4);
  const line =
    author.kind === "contact" ? beginning.replace(/\s+/g, " ").trim() : toPlainLine(beginning);
  return cut(line);
};

const cut = (line: string): string =>
  line.length <= previewLength ? line : `${line.slice(0, previewLength - 1).trimEnd()}…`;
