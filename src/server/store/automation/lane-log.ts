import type {
  AssignmentExplanation,
  AssignmentOutcome,
  AssignmentRequest,
  ContactId,
  EventBody,
  EventId,
  MemberId,
  TeamId,
  WorkspaceId,
} from "#core/domain";
import type { HandledEvent } from "#core/engine";
import { type SqlMoment, toMoment } from "../moments.ts";
import type { Session } from "../store.ts";

/** All that handling a contact's events depended on beside the published workflows. */
export interface LaneLog {
  readonly entries: readonly HandledEvent[];
  /** What a wish for an assignee was answered; undefined when it had to ask again. */
  readonly outcomeOf: (request: AssignmentRequest) => AssignmentOutcome | undefined;
}

interface EventRow {
  event_id: EventId;
  body: EventBody;
  seed: string;
  happened_at: SqlMoment;
  handled_at: SqlMoment;
}

interface AssignmentRow {
  request_key: string;
  outcome: AssignmentOutcome["kind"];
  member_id: MemberId | null;
  team_id: TeamId | null;
  explanation: AssignmentExplanation | null;
}

/** Loads the log of a contact's lane in the order in which its events were handled. */
export async function loadLaneLog(
  session: Session,
  workspaceId: WorkspaceId,
  contactId: ContactId,
): Promise<LaneLog> {
  const events = await session.query<EventRow>({
    // a whole scan of the workspace's events: for replay only
    text: `select event_id, body, seed, happened_at, handled_at from event
      where workspace_id = $1 and lane_id = $2 and state = 'processed' and handled_at is not null
      order by handled_at, position`,
    values: [workspaceId, contactId],
  });
  const assignments = await session.query<AssignmentRow>({
    text: `select a.request_key, a.outcome, a.member_id, a.team_id, a.explanation from assignment a
      join conversation c using (workspace_id, conversation_id)
      where a.workspace_id = $1 and c.contact_id = $2`,
    values: [workspaceId, contactId],
  });
  return {
    entries: events.map((row) => ({
      event: {
        id: row.event_id,
        workspaceId,
        contactId,
        seed: row.seed,
        happenedAt: toMoment(row.happened_at),
        body: row.body,
      },
      handledAt: toMoment(row.handled_at),
    })),
    outcomeOf: (request) => {
      const row = assignments.find(({ request_key }) => request_key === request.key);
      return row === undefined ? undefined : toOutcome(row, request);
    },
  };
}

function toOutcome(
  row: AssignmentRow,
  { target }: AssignmentRequest,
): AssignmentOutcome | undefined {
  const { outcome: kind, member_id: memberId, team_id: teamId, explanation } = row;
  if (kind === "target_gone")
    return {
      kind,
      details:
        target.kind === "member"
          ? { member_id: target.memberId }
          : target.kind === "team"
            ? { team_id: target.teamId }
            : {},
    };
  if (explanation === null) return undefined;
  if (kind === "nobody_available") return { kind, teamId, explanation };
  return memberId === null ? undefined : { kind, memberId, teamId, explanation };
}
