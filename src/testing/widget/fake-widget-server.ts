import { z } from "zod";
import {
  identifySchema,
  reportDetectionsSchema,
  sendVisitorMessageSchema,
  startVisitSchema,
  startWorkflowSchema,
  trackVisitorEventSchema,
  updateVisitorSchema,
  type VisitorConversationBody,
  type VisitorMessageBody,
} from "#contract";

/** How one call fares on the way: lost before the server, lost on the way back, refused, or never answered. */
export type Mishap = "none" | "request lost" | "answer lost" | "refused" | "stuck";

export type FakeAnswer =
  | { readonly kind: "done"; readonly status: number; readonly body: unknown }
  | { readonly kind: "refused"; readonly status: number; readonly body?: unknown }
  | { readonly kind: "later"; readonly retryAfterMs: number };

/**
 * Answers the widget's calls from memory, with the schemas of the contract, so that a body the real server would refuse fails the test.
 * One visitor, one conversation.
 */
export class FakeWidgetServer {
  readonly calls: string[] = [];
  /** What the calls that sent anything have sent. */
  readonly bodies: unknown[] = [];
  readonly detections: string[] = [];
  readonly messages: VisitorMessageBody[] = [];
  /** What the page has said, each id once: the path and what stands beside id and session. */
  readonly said = new Map<string, readonly [path: string, said: unknown]>();
  /** Ids of the files of each message that has some. */
  readonly attached: (readonly string[])[] = [];
  /** What happens to the coming calls, first to last; then all goes well. */
  mishaps: Mishap[] = [];
  knownTokens = new Set<string>();
  /** Visitor sessions of somebody else: of a contact whose token is gone. */
  takenSessions: { readonly has: (id: string) => boolean } = new Set<string>();
  contactRead = 0;
  memberRead = 0;
  #tokenCount = 0;
  /** Sequence numbers that are private notes. */
  #lastSequence = 0;

  readonly request = async (
    method: "GET" | "POST",
    path: string,
    options: { readonly body?: unknown; readonly token?: string } = {},
  ): Promise<FakeAnswer> => {
    const mishap = this.mishaps.shift() ?? "none";
    this.calls.push(
      `${method} ${path.replace(/\?.*/, "")}${mishap === "none" ? "" : ` (${mishap})`}`,
    );
    if (options.body !== undefined) this.bodies.push(options.body);
    if (mishap === "stuck") return new Promise(() => {});
    if (mishap === "request lost") return { kind: "later", retryAfterMs: 0 };
    if (mishap === "refused") return { kind: "refused", status: 422 };
    const answer = this.#answer(path, options);
    await Promise.resolve();
    return mishap === "answer lost" ? { kind: "later", retryAfterMs: 0 } : answer;
  };

  conversation(): VisitorConversationBody {
    return {
      id: conversationId,
      status: "open",
      last_sequence: this.#lastSequence,
      contact_read_sequence: this.contactRead,
      member_read_sequence: this.memberRead,
      assignee_name: null,
      is_automated: false,
      unread_count: 0,
      last_activity_at: "2026-03-02T09:00:00Z",
      preview: "",
    };
  }

  /** Somebody of the team writes; a note takes a sequence number and stays unseen. */
  say(text: string, isNote = false): VisitorMessageBody {
    const message = this.#newMessage({
      id: `10000000-0000-4000-8000-${String(this.#lastSequence).padStart(12, "0")}`,
      text,
      quickReplyId: null,
      author: { kind: "member", name: "Nora" },
    });
    if (!isNote) this.messages.push(message);
    return message;
  }

  #newMessage(from: {
    id: string;
    text: string;
    quickReplyId: string | null;
    author: VisitorMessageBody["author"];
  }): VisitorMessageBody {
    this.#lastSequence += 1;
    return {
      id: from.id,
      conversation_id: conversationId,
      sequence: this.#lastSequence,
      author: from.author,
      text: from.text,
      quick_replies: [],
      quick_reply_id: from.quickReplyId,
      answer_input: null,
      delivery: "sent",
      sent_at: "2026-03-02T09:00:00Z",
    };
  }

  #answer(
    path: string,
    { body, token }: { readonly body?: unknown; readonly token?: string },
  ): FakeAnswer {
    const done = (status: number, answer: unknown): FakeAnswer => ({
      kind: "done",
      status,
      body: answer,
    });
    if (path === "/visits") {
      if (token !== undefined && !this.knownTokens.has(token))
        return { kind: "refused", status: 401 };
      const { visitor_session_id } = startVisitSchema.parse(body);
      if (this.takenSessions.has(visitor_session_id)) return { kind: "refused", status: 409 };
      this.#tokenCount += 1;
      const visitor_token = token ?? `token-${this.#tokenCount}`;
      this.knownTokens.add(visitor_token);
      return done(201, { visitor_token, contact_id: contactId, visitor_session_id });
    }
    if (token === undefined || !this.knownTokens.has(token))
      return { kind: "refused", status: 401 };
    if (path === "/detections") {
      const known = new Set(this.detections);
      for (const { id } of reportDetectionsSchema.parse(body).detections)
        if (!known.has(id)) this.detections.push(id);
      return done(204, null);
    }
    const calls = {
      "/identify": identifySchema,
      "/update": updateVisitorSchema,
      "/track": trackVisitorEventSchema,
      "/start-workflow": startWorkflowSchema,
    };
    if (
      path === "/identify" ||
      path === "/update" ||
      path === "/track" ||
      path === "/start-workflow"
    ) {
      const { id, visitor_session_id: _, ...said } = calls[path].parse(body);
      if (!this.said.has(id)) this.said.set(id, [path, said]);
      if (!("identity_token" in said)) return done(200, { ignored_fields: [] });
      this.knownTokens.delete(token);
      this.knownTokens.add("token-signed");
      return done(200, { visitor_token: "token-signed", contact_id: contactId });
    }
    if (path === "/messages") {
      const { id, text, quick_reply_id, attachment_ids } = sendVisitorMessageSchema.parse(body);
      const held = this.messages.find((message) => message.id === id);
      const message =
        held ??
        this.#newMessage({
          id,
          text,
          quickReplyId: quick_reply_id,
          author: { kind: "contact", name: null },
        });
      if (held === undefined) this.messages.push(message);
      if (held === undefined && attachment_ids !== undefined) this.attached.push(attachment_ids);
      return done(200, { conversation_id: conversationId, message });
    }
    if (path === "/conversations")
      return done(200, {
        items: this.messages.length === 0 ? [] : [this.conversation()],
        answering: { is_online: true, next_open: null, has_email: false },
      });
    const query = new URLSearchParams(path.split("?")[1]);
    const { after, limit } = z
      .object({ after: z.coerce.number().default(0), limit: z.coerce.number() })
      .parse(Object.fromEntries(query));
    const items = this.messages.filter((message) => message.sequence > after);
    const page = query.has("after") ? items.slice(0, limit) : items.slice(-limit);
    return done(200, {
      items: page,
      has_more: page.length < items.length,
      conversation: this.conversation(),
    });
  }
}

export const conversationId = "20000000-0000-4000-8000-000000000000";
const contactId = "30000000-0000-4000-8000-000000000000";
