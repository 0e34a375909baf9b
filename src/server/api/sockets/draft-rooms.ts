import type { DraftEditorBody, InboxServerFrame } from "#contract";
import type { MemberId, WorkflowId, WorkspaceId } from "#core/domain";

/** One tab that has a draft open. */
export interface DraftTab {
  readonly tabId: string;
  readonly member: { readonly id: MemberId; readonly name: string };
  readonly send: (frame: InboxServerFrame) => void;
}

/** Who saved; no member for an API key. */
interface Saver {
  readonly name: string;
  readonly memberId: MemberId | null;
}

interface Place {
  readonly workspaceId: WorkspaceId;
  readonly workflowId: WorkflowId;
}

/**
 * Who has which draft open, in this process; kept nowhere and told to those who have the same draft open. Tabs that are connected to
 * other processes do not see each other; a save over somebody else's is refused by its revision all the same.
 */
export interface DraftRooms {
  /** Makes the tab of a socket; it stands nowhere yet. */
  tabOf(member: DraftTab["member"], send: DraftTab["send"]): DraftTab;
  /** Enters, moves on, or selects something else; a null place leaves. */
  stand(tab: DraftTab, place: Place | null, selected: readonly string[]): void;
  saved(place: Place, revision: number, by: Saver): void;
  deleted(place: Place, by: string): void;
}

/** Makes the rooms, all empty. */
export function createDraftRooms(): DraftRooms {
  const rooms = new Map<string, Map<string, Present>>();
  const places = new Map<string, Place>();

  function leave(tabId: string): void {
    const place = places.get(tabId);
    if (place === undefined) return;
    places.delete(tabId);
    const room = rooms.get(keyOf(place));
    room?.delete(tabId);
    if (room?.size === 0) rooms.delete(keyOf(place));
    else if (room !== undefined) tell(room, place.workflowId);
  }
  const tellAll = (place: Place, frame: InboxServerFrame) =>
    rooms.get(keyOf(place))?.forEach(({ tab }) => tab.send(frame));
  let tabCount = 0;
  return {
    tabOf: (member, send) => ({ tabId: String((tabCount += 1)), member, send }),
    stand(tab, place, selected) {
      const before = places.get(tab.tabId);
      if (before !== undefined && (place === null || keyOf(before) !== keyOf(place)))
        leave(tab.tabId);
      if (place === null) return;
      const room = rooms.get(keyOf(place)) ?? new Map<string, Present>();
      rooms.set(keyOf(place), room);
      places.set(tab.tabId, place);
      room.set(tab.tabId, { tab, selected });
      tell(room, place.workflowId);
    },
    saved: (place, revision, { name, memberId }) =>
      tellAll(place, {
        type: "draft_saved",
        workflow_id: place.workflowId,
        revision,
        by: name,
        member_id: memberId,
      }),
    deleted: (place, by) =>
      tellAll(place, { type: "workflow_deleted", workflow_id: place.workflowId, by }),
  };
}

interface Present {
  readonly tab: DraftTab;
  readonly selected: readonly string[];
}

const keyOf = ({ workspaceId, workflowId }: Place) => `${workspaceId} ${workflowId}`;

/** Tells each tab who the others are. */
function tell(room: ReadonlyMap<string, Present>, workflowId: WorkflowId): void {
  const all = [...room.values()].map(({ tab, selected }): DraftEditorBody => ({
    tab_id: tab.tabId,
    member_id: tab.member.id,
    name: tab.member.name,
    selected: [...selected],
  }));
  for (const { tab } of room.values())
    tab.send({
      type: "draft_editors",
      workflow_id: workflowId,
      editors: all.filter(({ tab_id }) => tab_id !== tab.tabId),
    });
}
