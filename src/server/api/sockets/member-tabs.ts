import type { MemberId, WorkspaceId } from "#core/domain";
import { setPresence } from "#server/commands";
import { findMember } from "#server/store";
import type { Doors } from "../doors.ts";

const AWAY_AFTER_MS = 2 * 60_000; // SPEC 7: away two minutes after the last tab closes

/** Counts each member's open tabs here, and says "away" for who closed the last one and did not come back. */
export interface MemberTabs {
  opened(who: { readonly workspaceId: WorkspaceId; readonly memberId: MemberId }): () => void;
  stop(): void;
}

export function createMemberTabs(doors: Doors): MemberTabs {
  const open = new Map<MemberId, number>();
  const leaving = new Map<MemberId, NodeJS.Timeout>();
  let isStopped = false;
  async function goAway(workspaceId: WorkspaceId, memberId: MemberId): Promise<void> {
    const member = await findMember(doors.tools.store, workspaceId, memberId);
    if (member?.presence === "online")
      await setPresence(doors.tools, { workspaceId, memberId }, "away");
  }
  return {
    opened({ workspaceId, memberId }) {
      open.set(memberId, (open.get(memberId) ?? 0) + 1);
      clearTimeout(leaving.get(memberId));
      leaving.delete(memberId);
      return () => {
        const left = (open.get(memberId) ?? 1) - 1;
        if (left > 0) return void open.set(memberId, left);
        open.delete(memberId);
        if (isStopped) return;
        const timer = setTimeout(() => {
          leaving.delete(memberId);
          goAway(workspaceId, memberId).catch((error: unknown) =>
            doors.log.warn({ err: error }, "a member could not be marked away"),
          );
        }, AWAY_AFTER_MS);
        leaving.set(memberId, timer.unref());
      };
    },
    stop() {
      isStopped = true;
      leaving.forEach((timer) => clearTimeout(timer));
    },
  };
}
