/** Hand-written guards: from what the server sent to the types of the contract. Unknown things are dropped, never thrown. */
import type {
  AnsweringBody,
  VisitorConversationBody,
  VisitorMessageBody,
  VisitorServerFrame,
} from "#contract";

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields => typeof value === "object" && value !== null;
const isText = (value: unknown): value is string => typeof value === "string";
const isCount = (value: unknown): value is number => typeof value === "number";
const isTextOrNull = (value: unknown): value is string | null => value === null || isText(value);

const isConversation = (value: unknown): value is VisitorConversationBody =>
  isFields(value) &&
  isText(value["id"]) &&
  isText(value["status"]) &&
  isCount(value["last_sequence"]) &&
  isCount(value["contact_read_sequence"]) &&
  isCount(value["member_read_sequence"]) &&
  isTextOrNull(value["assignee_name"]) &&
  isCount(value["unread_count"]) &&
  isText(value["preview"]) &&
  isText(value["last_activity_at"]);

const isMessage = (value: unknown): value is VisitorMessageBody =>
  isFields(value) &&
  isText(value["id"]) &&
  isText(value["conversation_id"]) &&
  isCount(value["sequence"]) &&
  isText(value["text"]) &&
  isText(value["sent_at"]) &&
  isFields(value["author"]) &&
  isText(value["author"]["kind"]) &&
  isTextOrNull(value["author"]["name"]) &&
  Array.isArray(value["quick_replies"]) &&
  value["quick_replies"].every(
    (reply: unknown) => isFields(reply) && isText(reply["id"]) && isText(reply["label"]),
  ) &&
  (value["answer_input"] === null ||
    (isFields(value["answer_input"]) && isText(value["answer_input"]["kind"])));

export const readConversations = (body: unknown): VisitorConversationBody[] | null =>
  isFields(body) && Array.isArray(body["items"]) ? body["items"].filter(isConversation) : null;

/** Null from a server that does not say. */
export const readAnswering = (body: unknown): AnsweringBody | null => {
  const answering = isFields(body) ? body["answering"] : null;
  return isFields(answering) && isTextOrNull(answering["next_open"])
    ? {
        is_online: answering["is_online"] === true,
        next_open: answering["next_open"],
        has_email: answering["has_email"] === true,
      }
    : null;
};

export interface MessagePage {
  readonly conversation: VisitorConversationBody;
  readonly messages: readonly VisitorMessageBody[];
  readonly hasMore: boolean;
}

export const readMessagePage = (body: unknown): MessagePage | null =>
  isFields(body) && Array.isArray(body["items"]) && isConversation(body["conversation"])
    ? {
        conversation: body["conversation"],
        messages: body["items"].filter(isMessage),
        hasMore: body["has_more"] === true,
      }
    : null;

export const readSentMessage = (
  body: unknown,
): { readonly conversationId: string | null; readonly message: VisitorMessageBody | null } =>
  isFields(body)
    ? {
        conversationId: isText(body["conversation_id"]) ? body["conversation_id"] : null,
        message: isMessage(body["message"]) ? body["message"] : null,
      }
    : { conversationId: null, message: null };

/** Null for a frame of a newer server or a broken one. */
export const readFrame = (data: unknown): VisitorServerFrame | null => {
  const frame = parseJson(data);
  if (!isFields(frame)) return null;
  switch (frame["type"]) {
    case "ready":
    case "ping":
    case "pong":
      return { type: frame["type"] };
    case "message_added":
      return isMessage(frame["message"])
        ? { type: "message_added", message: frame["message"] }
        : null;
    case "conversation_changed":
      return isConversation(frame["conversation"])
        ? { type: "conversation_changed", conversation: frame["conversation"] }
        : null;
    case "typing":
      return isText(frame["conversation_id"]) && isTextOrNull(frame["name"])
        ? { type: "typing", conversation_id: frame["conversation_id"], name: frame["name"] }
        : null;
    default:
      return null;
  }
};

const parseJson = (data: unknown): unknown => {
  try {
    return isText(data) ? JSON.parse(data) : null;
  } catch {
    return null;
  }
};
