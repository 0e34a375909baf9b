import {
  type VisitorClientFrame,
  type VisitorServerFrame,
  visitorClientFrameSchema,
} from "#contract";
import { type ConversationId, toConversationId, toVisitorSessionId } from "#core/domain";
import {
  type KnownVisitor,
  type Visitor,
  mayAct,
  ownConversation,
  reportPage,
} from "#server/commands";
import { RequestError } from "#server/platform";
import { findVisitorConversation, listMessages, listVisitorConversations } from "#server/store";
import type { WebSocket } from "ws";
import type { Doors } from "../doors.ts";
import { visitorAddressOf } from "../attachments/visitor-address.ts";
import { presentVisitorMessage } from "../presenters/present-message.ts";
import { findVisitor } from "../widget/authenticate-visitor.ts";
import { presentVisitorConversation } from "../widget/present-visitor-conversation.ts";
import { closeCodes, openSocket } from "./open-socket.ts";
import type { VisitorFeeds } from "./visitor-feeds.ts";

const HELLO_MS = 5_000;
const MOST_CONVERSATIONS = 50;
const MESSAGE_PAGE = 200;

/** One open chat. */
export interface VisitorSocket {
  ping(): void;
  close(code: number, reason: string): void;
}

/** Serves one browser of a visitor. Until its hello names a visitor it is told nothing; while nothing happens it costs nothing. */
export function serveVisitorSocket(
  doors: Doors,
  feeds: VisitorFeeds,
  socket: WebSocket,
  isAllowedPage: (allowed: readonly string[]) => boolean,
  onClose: () => void,
): VisitorSocket {
  const { store } = doors.tools;
  const sent = new Map<ConversationId, number>(); // newest sequence this browser has, per conversation
  let visitor: KnownVisitor | undefined;
  let leave = () => {};
  let turn: Promise<void> = Promise.resolve();
  const late = setTimeout(() => open.close(closeCodes.refused, "no hello came"), HELLO_MS);

  async function hello(frame: Extract<VisitorClientFrame, { type: "hello" }>): Promise<void> {
    clearTimeout(late);
    if (visitor !== undefined) return;
    const known = await findVisitor(doors, frame.visitor_token);
    if (known === undefined)
      return open.close(closeCodes.refused, "this visitor token is not known");
    if (!isAllowedPage(known.settings.allowed_origins))
      return open.close(closeCodes.refused, "this page may not use the widget");
    visitor = known;
    for (const [id, sequence] of Object.entries(frame.after))
      sent.set(toConversationId(id.toLowerCase()), sequence);
    const left = doors.connectedVisitors.add(known.workspaceId, known.contactId);
    const leaveFeed = feeds.join(known.contactId, {
      tell: (ids) => void inTurn(() => tell(known, ids)),
      checkToken: () => void inTurn(() => checkToken(frame.visitor_token)),
      send: (next) => open.send(next),
    });
    leave = () => {
      leaveFeed();
      left();
    };
    if (socket.readyState !== socket.OPEN) return leave();
    open.send({ type: "ready" });
    const conversations = await listVisitorConversations(
      store,
      known.workspaceId,
      known.contactId,
      MOST_CONVERSATIONS,
    );
    // those it holds are brought up to date; of others it learns by asking for its list
    await inTurn(() =>
      tell(
        known,
        conversations
          .filter(({ conversation }) => sent.has(conversation.id))
          .map(({ conversation }) => conversation.id),
      ),
    );
  }
  /** Closes when the token speaks for nobody, or for somebody else: it was replaced, or signed out. */
  async function checkToken(token: string): Promise<void> {
    const known = await findVisitor(doors, token);
    if (known?.contactId !== visitor?.contactId)
      return open.close(closeCodes.refused, "this visitor token is not known");
    visitor = known;
  }
  /** Sends a conversation and every public message of it that this browser does not have, in order and once. */
  async function tell(known: Visitor, ids: readonly ConversationId[]): Promise<void> {
    const addressOf = visitorAddressOf(doors, known.workspaceId);
    for (const id of ids) {
      const conversation = await findVisitorConversation(
        store,
        known.workspaceId,
        known.contactId,
        id,
      );
      if (conversation === undefined) continue;
      for (let hasMore = true; hasMore;) {
        const page = await listMessages(store, known.workspaceId, id, {
          after: sent.get(id) ?? 0,
          limit: MESSAGE_PAGE,
          isPublicOnly: true,
        });
        for (const named of page.messages) {
          open.send({ type: "message_added", message: presentVisitorMessage(named, addressOf) });
          sent.set(id, named.message.sequence);
        }
        ({ hasMore } = page);
      }
      open.send({
        type: "conversation_changed",
        conversation: presentVisitorConversation(conversation),
      });
    }
  }
  /** One after the other, so that no message is sent twice. */
  function inTurn(work: () => Promise<void>): Promise<void> {
    turn = turn.then(work).catch(onFailure);
    return turn;
  }
  async function onFrame(frame: VisitorClientFrame): Promise<void> {
    if (frame.type === "hello") return await hello(frame);
    if (visitor === undefined) return open.close(closeCodes.refused, "say hello first");
    if (frame.type === "pong") return;
    if (frame.type === "ping") return open.send({ type: "pong" });
    doors.limits.take("widgetPerVisitor", visitor.contactId);
    mayAct(visitor);
    if (frame.type === "page")
      return await reportPage(
        doors.tools,
        visitor,
        toVisitorSessionId(frame.visitor_session_id.toLowerCase()),
        frame,
      );
    const conversationId = toConversationId(frame.conversation_id.toLowerCase());
    await ownConversation(doors.tools, visitor, conversationId);
    doors.typing.contactTypes(visitor.workspaceId, conversationId);
  }
  function onFailure(error: unknown): void {
    if (error instanceof RequestError) return; // a frame about something that is not theirs changes nothing
    doors.log.warn({ err: error }, "a widget socket was closed; it comes back and catches up");
    doors.databaseWatch.reportFailure(error);
    open.close(closeCodes.tooSlow, "try again");
  }
  const open = openSocket<VisitorClientFrame, VisitorServerFrame>(
    socket,
    visitorClientFrameSchema,
    {
      onFrame,
      onFailure,
      onClose() {
        clearTimeout(late);
        leave();
        onClose();
      },
    },
  );
  return {
    ping: () => open.send({ type: "ping" }),
    close: (code, reason) => open.close(code, reason),
  };
}
