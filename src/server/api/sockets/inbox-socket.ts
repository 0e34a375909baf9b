import { type InboxClientFrame, type InboxServerFrame, inboxClientFrameSchema } from "#contract";
import {
  type ConversationId,
  type MemberId,
  type WorkspaceId,
  toConversationId,
  toWorkflowId,
} from "#core/domain";
import {
  findConversation,
  findMember,
  listChangedConversations,
  listMessages,
  readChangeCursor,
} from "#server/store";
import { noteTyping } from "#server/commands";
import type { WebSocket } from "ws";
import type { Doors } from "../doors.ts";
import { presentConversation } from "../presenters/present-conversation.ts";
import { presentMessage } from "../presenters/present-message.ts";
import type { DraftTab } from "./draft-rooms.ts";
import { closeCodes, openSocket } from "./open-socket.ts";
import type { WorkspaceFeeds } from "./workspace-feeds.ts";

const CHANGED_PAGE = 200;
const MESSAGE_PAGE = 200;
const TYPING_KEPT_EVERY_MS = 5_000; // each is an event: often enough to hold a run back, seldom enough to cost nothing
const CURSOR = /^\d{1,19}$/; // an xid8, as readChangeCursor gives it
const FIRST_ID = "00000000-0000-0000-0000-000000000000";

/** One open inbox. */
export interface InboxSocket {
  ping(): void;
  close(code: number, reason: string): void;
}

/** Serves one signed-in browser tab: tells it what changes, and what it missed since its cursor. */
export function serveInboxSocket(
  doors: Doors,
  feeds: WorkspaceFeeds,
  socket: WebSocket,
  who: { readonly workspaceId: WorkspaceId; readonly memberId: MemberId },
  onClose: () => void,
): InboxSocket {
  const { store } = doors.tools;
  const { workspaceId, memberId } = who;
  const typingKept = new Set<ConversationId>();
  let watched: { readonly conversationId: ConversationId; sequence: number } | undefined;
  let isCatchingUp = false;
  let mustCatchUp = false;
  let leave = () => {};
  let draftTab: DraftTab | undefined;
  let isClosed = false;

  async function resume(cursor: string | null): Promise<void> {
    const next = await readChangeCursor(store); // read first: what changes from here on is told by the feed or next time
    let from =
      cursor !== null && CURSOR.test(cursor)
        ? { xid: cursor, conversationId: FIRST_ID }
        : undefined;
    while (from !== undefined) {
      const page = await listChangedConversations(store, workspaceId, from, CHANGED_PAGE);
      for (const row of page.conversations) {
        open.send({
          type: "conversation_changed",
          conversation: presentConversation(row),
          cursor: from.xid,
        });
      }
      await open.drained();
      from = page.next;
    }
    open.send({ type: "resumed", cursor: next });
  }
  /** Sends what is newer than the newest sent, in order and once, however often it is asked to. */
  async function catchUp(): Promise<void> {
    mustCatchUp = true;
    if (isCatchingUp) return;
    isCatchingUp = true;
    try {
      while (mustCatchUp && watched !== undefined) {
        mustCatchUp = false;
        const { conversationId, sequence } = watched;
        const { messages, hasMore } = await listMessages(store, workspaceId, conversationId, {
          after: sequence,
          limit: MESSAGE_PAGE,
          isPublicOnly: false,
        });
        if (watched?.conversationId !== conversationId) continue;
        for (const named of messages) {
          open.send({ type: "message_added", message: presentMessage(named) });
          watched.sequence = named.message.sequence;
        }
        if (hasMore) mustCatchUp = true;
      }
    } finally {
      isCatchingUp = false;
    }
  }
  async function watch(frame: Extract<InboxClientFrame, { type: "watch" }>): Promise<void> {
    watched = undefined;
    if (frame.conversation_id === null) return;
    const conversationId = toConversationId(frame.conversation_id.toLowerCase());
    // another workspace's conversation is not there, so nothing of it is ever sent
    if ((await findConversation(store, workspaceId, conversationId)) === undefined) return;
    watched = { conversationId, sequence: frame.after_sequence };
    await catchUp();
  }
  async function type(id: string): Promise<void> {
    const conversationId = toConversationId(id.toLowerCase());
    const [member, found] = await Promise.all([
      findMember(store, workspaceId, memberId),
      findConversation(store, workspaceId, conversationId),
    ]);
    if (member === undefined || found === undefined) return;
    doors.typing.memberTypes({
      workspaceId,
      conversationId,
      member: { memberId, name: member.name },
    });
    if (!typingKept.has(conversationId)) {
      typingKept.add(conversationId);
      setTimeout(() => typingKept.delete(conversationId), TYPING_KEPT_EVERY_MS).unref();
      await noteTyping(doors.tools, workspaceId, found, memberId);
    }
  }
  async function editDraft(
    frame: Extract<InboxClientFrame, { type: "edit_draft" }>,
  ): Promise<void> {
    draftTab ??= await findDraftTab();
    if (draftTab === undefined || isClosed) return;
    const id = frame.workflow_id?.toLowerCase();
    const place = id === undefined ? null : { workspaceId, workflowId: toWorkflowId(id) };
    doors.draftRooms.stand(draftTab, place, frame.selected);
  }
  async function findDraftTab(): Promise<DraftTab | undefined> {
    const member = await findMember(store, workspaceId, memberId);
    return member === undefined
      ? undefined
      : doors.draftRooms.tabOf({ id: memberId, name: member.name }, (told) => open.send(told));
  }
  async function onFrame(frame: InboxClientFrame): Promise<void> {
    switch (frame.type) {
      case "resume":
        return await resume(frame.cursor);
      case "watch":
        return await watch(frame);
      case "typing":
        return await type(frame.conversation_id);
      case "edit_draft":
        return await editDraft(frame);
      case "pong":
        return;
    }
  }
  const onFailure = (error: unknown) => {
    doors.log.warn({ err: error }, "an inbox socket was closed; it comes back and catches up");
    doors.databaseWatch.reportFailure(error);
    open.close(closeCodes.tooSlow, "try again");
  };
  const open = openSocket<InboxClientFrame, InboxServerFrame>(socket, inboxClientFrameSchema, {
    onFrame,
    onFailure,
    onClose() {
      isClosed = true;
      if (draftTab !== undefined) doors.draftRooms.stand(draftTab, null, []);
      leave();
      onClose();
    },
  });
  leave = feeds.join(workspaceId, {
    send: (frame) => open.send(frame),
    catchUp(conversationId) {
      if (watched?.conversationId === conversationId) catchUp().catch(onFailure);
    },
  });
  if (!doors.databaseWatch.isReachable())
    open.send({ type: "service_state", state: "database_unreachable" });
  return {
    ping: () => open.send({ type: "ping" }),
    close: (code, reason) => open.close(code, reason),
  };
}
