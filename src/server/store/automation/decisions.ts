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

/** A decision with the contact's names; both null when the contact is gone. */
export interface NamedDecision {
  readonly decision: TriggerDecision;
  readonly contact: {
    readonly id: string;
    readonly name: string | null;
    readonly email: string | null;
  };
}

/** Lists starts and non-starts, newest first; served by trigger_decision_workflow and trigger_decision_contact. Days are UTC, both included. */
export async function listDecisions(
  session: Session,
  workspaceId: WorkspaceId,
  filter: {
    readonly workflowId?: WorkflowId | undefined;
    readonly contactId?: ContactId | undefined;
    readonly conversationId?: ConversationId | undefined;
    readonly result?: TriggerDecision["result"] | undefined;
    readonly reason?: NonStartReason | undefined;
    readonly search?: string | undefined;
    readonly from?: string | undefined;
    readonly to?: string | undefined;
    readonly after?: ListCursor | undefined;
    readonly limit: number;
  },
): Promise<NamedDecision[]> {
  const rows = await session.query<
    TriggerDecisionRow & { contact_name: string | null; contact_email: string | null }
  >({
    text: `select d.*, c.name as contact_name, c.email as contact_email from trigger_decision d
           left join contact c on c.workspace_id = d.workspace_id and c.contact_id = d.contact_id
           where d.workspace_id = $1
             and ($2::uuid is null or d.workflow_id = $2)
             and ($3::uuid is null or d.contact_id = $3)
             and ($4::uuid is null or (d.conversation_id = $4 and d.contact_id = (
               select contact_id from conversation v where v.workspace_id = $1 and v.conversation_id = $4)))
             and ($5::timestamptz is null or d.decided_at < $5 or (d.decided_at = $5 and d.event_id > $6::uuid))
             and ($8::text is null or d.result = $8)
             and ($9::text is null or d.reason = $9)
             and ($10::text is null or strpos(lower(coalesce(c.name, '') || ' ' || coalesce(c.email, '')), lower($10)) > 0)
             and ($11::date is null or d.decided_at >= $11)
             and ($12::date is null or d.decided_at < $12 + 1)
           order by d.decided_at desc, d.event_id limit $7`,
    values: [
      workspaceId,
      filter.workflowId ?? null,
      filter.contactId ?? null,
      filter.conversationId ?? null,
      filter.after?.at ?? null,
      filter.after?.id ?? null,
      filter.limit,
      filter.result ?? null,
      filter.reason ?? null,
      filter.search ?? null,
      filter.from ?? null,
      filter.to ?? null,
    ],
  });
  return rows.map((row) => ({
    decision: toTriggerDecision(row),
    contact: { id: row.contact_id, name: row.contact_name, email: row.contact_email },
  }));
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
