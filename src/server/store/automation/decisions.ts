import type {
  ContactId,
  ConversationId,
  NonStartReason,
  TriggerDecision,
  WorkflowId,
  WorkspaceId,
} from "#core/domain";
import type { ListCursor } from "../cursor.ts";
import { type TriggerDecisionRow, toTriggerDecision } from "../rows/decision-rows.ts";
import type { Session } from "../store.ts";

/** Lists starts and non-starts, newest first; served by trigger_decision_workflow and trigger_decision_contact. */
export async function listDecisions(
  session: Session,
  workspaceId: WorkspaceId,
  filter: {
    readonly workflowId?: WorkflowId | undefined;
    readonly contactId?: ContactId | undefined;
    readonly conversationId?: ConversationId | undefined;
    readonly after?: ListCursor | undefined;
    readonly limit: number;
  },
): Promise<TriggerDecision[]> {
  const rows = await session.query<TriggerDecisionRow>({
    text: `select * from trigger_decision
           where workspace_id = $1
             and ($2::uuid is null or workflow_id = $2)
             and ($3::uuid is null or contact_id = $3)
             and ($4::uuid is null or (conversation_id = $4 and contact_id = (
               select contact_id from conversation c where c.workspace_id = $1 and c.conversation_id = $4)))
             and ($5::timestamptz is null or decided_at < $5 or (decided_at = $5 and event_id > $6::uuid))
           order by decided_at desc, event_id limit $7`,
    values: [
      workspaceId,
      filter.workflowId ?? null,
      filter.contactId ?? null,
      filter.conversationId ?? null,
      filter.after?.at ?? null,
      filter.after?.id ?? null,
      filter.limit,
    ],
  });
  return rows.map(toTriggerDecision);
}

/** How often a workflow started or did not, on one UTC day and for one reason. */
export interface DecisionCountRow {
  readonly day: string;
  readonly result: TriggerDecision["result"];
  readonly reason: NonStartReason | null;
  readonly count: number;
}

/** Counts a workflow's starts and non-starts per day, newest day first; served by trigger_decision_count_pkey. */
export async function countDecisions(
  session: Session,
  workspaceId: WorkspaceId,
  workflowId: WorkflowId,
  since: Date,
): Promise<DecisionCountRow[]> {
  return await session.query<DecisionCountRow>({
    text: `select to_char(day, 'YYYY-MM-DD') as day, result, nullif(reason, '') as reason, sum(decision_count)::int as count
           from trigger_decision_count where workspace_id = $1 and workflow_id = $2 and day >= ($3::timestamptz at time zone 'UTC')::date
           group by 1, 2, 3 order by 1 desc, 2, 3`,
    values: [workspaceId, workflowId, since],
  });
}

/** Deletes the oldest decisions made before a moment, at most `limit` of them, and returns how many; their counts stay. Served by trigger_decision_age. */
export async function deleteOldDecisions(
  session: Session,
  before: Date,
  limit: number,
): Promise<number> {
  const rows = await session.query<{ deleted: number }>({
    text: `with gone as (
             delete from trigger_decision where ctid = any(array(
               select ctid from trigger_decision where decided_at < $1 limit $2 for update skip locked))
             returning 1)
           select count(*)::int as deleted from gone`,
    values: [before, limit],
  });
  return rows[0]?.deleted ?? 0;
}
