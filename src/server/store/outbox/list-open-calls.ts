import type { CallId, ConversationId, Problem, RunId, WorkspaceId } from "#core/domain";
import type { SqlMoment } from "../moments.ts";
import type { Session } from "../store.ts";

/** A call that a run still waits for, as the inbox shows it: “waiting on Shopify since …”. */
export interface OpenCallRow {
  readonly call_id: CallId;
  readonly run_id: RunId | null;
  readonly conversation_id: ConversationId | null;
  readonly kind: "action" | "model" | "message" | "mail";
  readonly integration: string;
  /** The action's name with version; null for other kinds. */
  readonly action: string | null;
  readonly state: "pending" | "started";
  readonly attempt: number;
  readonly created_at: SqlMoment;
  readonly started_at: SqlMoment | null;
  readonly next_attempt_at: SqlMoment;
  /** Why the newest attempt did not succeed. */
  readonly problem: Problem | null;
  /** Since when the integration fails, and when it is asked again. */
  readonly failing_since: SqlMoment | null;
  readonly asked_again_at: SqlMoment | null;
}

const MOST_ROWS = 500;

/** Lists calls that have no outcome yet, the oldest first, of the workspace or of one conversation. */
export async function listOpenCalls(
  session: Session,
  workspaceId: WorkspaceId,
  conversationId: ConversationId | null = null,
): Promise<OpenCallRow[]> {
  return await session.query<OpenCallRow>({
    // by outbox_pending and outbox_started
    text: `select call_id, run_id, conversation_id, kind, integration, request->>'action' as action, state, attempt, o.created_at,
        started_at, next_attempt_at, problem, c.opened_at as failing_since, c.open_until as asked_again_at
      from (
        select * from outbox where workspace_id = $1 and state = 'pending'
        union all select * from outbox where workspace_id = $1 and state = 'started'
      ) o left join integration_circuit c using (workspace_id, integration)
      where $2::uuid is null or conversation_id = $2
      order by position limit ${MOST_ROWS}`,
    values: [workspaceId, conversationId],
  });
}
