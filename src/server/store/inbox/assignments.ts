import type { AssignmentExplanation, ConversationId, RunId, WorkspaceId } from "#core/domain";
import type { SqlMoment } from "../moments.ts";
import type { Session } from "../store.ts";

/** The newest assignment a workflow made in a conversation, with every candidate by name. */
export interface NewestAssignment {
  readonly run_id: RunId;
  readonly settled_at: SqlMoment;
  readonly explanation: AssignmentExplanation;
  /** Names by member id, of the candidates. */
  readonly names: { readonly [memberId: string]: string };
}

/** Finds why the assignee was chosen; served by the primary key of assignment. */
export async function findNewestAssignment(
  session: Session,
  workspaceId: WorkspaceId,
  conversationId: ConversationId,
): Promise<NewestAssignment | undefined> {
  const [row] = await session.query<NewestAssignment>({
    text: `select a.run_id, a.settled_at, a.explanation,
             coalesce((select jsonb_object_agg(m.member_id, m.name) from member m
               where m.workspace_id = a.workspace_id
                 and m.member_id::text in (select c->>'memberId' from jsonb_array_elements(a.explanation->'candidates') c)), '{}') as names
           from assignment a
           where a.workspace_id = $1 and a.conversation_id = $2 and a.outcome = 'assigned' and a.explanation is not null
           order by a.settled_at desc limit 1`,
    values: [workspaceId, conversationId],
  });
  return row;
}
