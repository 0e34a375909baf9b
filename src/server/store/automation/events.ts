import type { ConversationId, EventId, Problem, WorkspaceId } from "#core/domain";
import type { Session } from "../store.ts";

/** How far an event has come. */
export interface EventStateRow {
  readonly state: "pending" | "processed" | "set_aside";
  readonly problem: Problem | null;
  readonly conversation_id: ConversationId | null;
}

export async function findEventState(
  session: Session,
  workspaceId: WorkspaceId,
  eventId: EventId,
): Promise<EventStateRow | undefined> {
  const [row] = await session.query<EventStateRow>({
    text: "select state, problem, conversation_id from event where workspace_id = $1 and event_id = $2",
    values: [workspaceId, eventId],
  });
  return row;
}
