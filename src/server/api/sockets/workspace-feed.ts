import type { InboxServerFrame } from "#contract";
import type { ConversationId, MemberId, RunId, WorkspaceId } from "#core/domain";
import type { Announcement } from "#server/platform";
import {
  listConversationsByIds,
  listMembersByIds,
  listRunsByIds,
  readChangeCursor,
} from "#server/store";
import type { Doors } from "../doors.ts";
import { presentConversation } from "../presenters/present-conversation.ts";
import { presentMember } from "../presenters/present-people.ts";
import { presentRun } from "../presenters/present-run.ts";

const PAUSE_MS = 100; // between two loads; what changes meanwhile is gathered
const MOST_AT_ONCE = 200;

/** One inbox socket as the feed sees it. */
export interface FeedReader {
  send(frame: InboxServerFrame): void;
  /** New messages may be there in this conversation. */
  catchUp(conversationId: ConversationId): void;
}

/** Everything the open inboxes of one workspace are told; loaded once for all of them. */
export interface WorkspaceFeed {
  readonly readers: Set<FeedReader>;
  hear(announcement: Announcement): void;
}

/** Makes the feed of one workspace: the first change is sent at once, those right behind it together. */
export function createWorkspaceFeed(doors: Doors, workspaceId: WorkspaceId): WorkspaceFeed {
  const readers = new Set<FeedReader>();
  const conversations = new Set<ConversationId>();
  const runs = new Set<RunId>();
  const members = new Set<MemberId>();
  let isBusy = false;

  async function tell(): Promise<void> {
    const { store } = doors.tools;
    const [conversationIds, runIds, memberIds] = [take(conversations), take(runs), take(members)];
    const cursor = await readChangeCursor(store); // read first: what is loaded after it is at least as new
    const [changed, changedRuns, changedMembers] = await Promise.all([
      conversationIds.length === 0
        ? []
        : listConversationsByIds(store, workspaceId, conversationIds),
      runIds.length === 0 ? [] : listRunsByIds(store, workspaceId, runIds),
      memberIds.length === 0 ? [] : listMembersByIds(store, workspaceId, memberIds),
    ]);
    const frames: InboxServerFrame[] = [
      ...changed.map((row) => ({
        type: "conversation_changed" as const,
        conversation: presentConversation(row),
        cursor,
      })),
      ...changedRuns.map((row) => ({ type: "run_changed" as const, run: presentRun(row) })),
      ...changedMembers.map((row) => ({
        type: "member_changed" as const,
        member: presentMember(row),
      })),
    ];
    for (const reader of readers) for (const frame of frames) reader.send(frame);
  }
  function run(): void {
    if (isBusy || conversations.size + runs.size + members.size === 0) return;
    isBusy = true;
    tell()
      .catch((error: unknown) =>
        doors.log.warn(
          { err: error },
          "open inboxes were not told of a change; they catch up by cursor",
        ),
      )
      .finally(() => {
        setTimeout(() => {
          isBusy = false;
          run();
        }, PAUSE_MS).unref();
      });
  }
  return {
    readers,
    hear(announcement) {
      announcement.conversationIds.forEach((id) => conversations.add(id));
      announcement.runIds.forEach((id) => runs.add(id));
      announcement.memberIds.forEach((id) => members.add(id));
      for (const conversationId of new Set(
        announcement.messages.map((message) => message.conversationId),
      )) {
        for (const reader of readers) reader.catchUp(conversationId);
      }
      run();
    },
  };
}

function take<Id>(waiting: Set<Id>): Id[] {
  const taken = [...waiting].slice(0, MOST_AT_ONCE);
  taken.forEach((id) => waiting.delete(id));
  return taken;
}
