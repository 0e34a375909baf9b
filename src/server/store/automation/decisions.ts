import type {
  ContactId,
  ConversationId,
  TriggerDecision,
  WorkflowId,
  WorkspaceId,
} from "#core/domain";
import type { ListCursor } from "../cursor.ts";
import { type TriggerDecisionRow, toTriggerDecision } from "../rows/decision-rows.ts";
import type { Session } from "../store.ts";

/** Lists starts and non-starts, newest first; served by trigger_decision_workflow when a workflow is asked for. */
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
             and ($4::uuid is null or conversation_id = $4)
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
