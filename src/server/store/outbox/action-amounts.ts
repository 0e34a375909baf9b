import type { CallId, ContactId, WorkspaceId } from "#core/domain";
import type { Session } from "../store.ts";

/** What is summed up: one action, for one contact or for the whole workspace, in one currency, over so many days. */
export interface AmountScope {
  readonly workspaceId: WorkspaceId;
  readonly action: string;
  readonly scopeId: ContactId | WorkspaceId;
  readonly currency: string;
  /** A date, the last of the days. */
  readonly today: string;
  readonly days: number;
}

/** Loads the sum of each scope; the caller holds the circuit of the action's integration, under which amounts are counted. */
export async function loadAmountSums(
  session: Session,
  scopes: readonly AmountScope[],
): Promise<number[]> {
  const rows = await session.query<{ place: number; total: number }>({
    name: "amount_sums",
    // by action_amount_pkey
    text: `select k.place::integer, (select coalesce(sum(amount_sum), 0)::float8 from action_amount a
        where a.workspace_id = k.workspace_id and a.action = k.action and a.scope_id = k.scope_id and a.currency = k.currency
        and a.day > k.today - k.days and a.day <= k.today) as total
      from unnest($1::uuid[], $2::text[], $3::uuid[], $4::text[], $5::date[], $6::integer[])
        with ordinality as k (workspace_id, action, scope_id, currency, today, days, place) order by place`,
    values: [
      scopes.map(({ workspaceId }) => workspaceId),
      scopes.map(({ action }) => action),
      scopes.map(({ scopeId }) => scopeId),
      scopes.map(({ currency }) => currency),
      scopes.map(({ today }) => today),
      scopes.map(({ days }) => days),
    ],
  });
  return rows.map(({ total }) => total);
}

/** One amount that a call is about to move. */
export interface CountedAmount {
  readonly workspaceId: WorkspaceId;
  readonly callId: CallId;
  readonly contactId: ContactId;
  readonly action: string;
  readonly currency: string;
  readonly value: number;
  readonly day: string;
}

/** Counts amounts of calls whose attempt has just been started, each for its contact and for the workspace. */
export async function countAmounts(
  session: Session,
  amounts: readonly CountedAmount[],
): Promise<void> {
  await session.query({
    name: "count_amounts",
    text: `with moved as materialized (
        select * from json_to_recordset($1) as m (workspace_id uuid, call_id uuid, contact_id uuid, action text, currency text, value numeric, day date)
      ), marked as (
        update outbox o set amount_counted_on = m.day from moved m where o.workspace_id = m.workspace_id and o.call_id = m.call_id
      )
      insert into action_amount as a (workspace_id, action, scope_id, currency, day, amount_sum)
      select m.workspace_id, m.action, s.scope_id, m.currency, m.day, sum(m.value)
      from moved m cross join lateral (values (m.contact_id), (m.workspace_id)) s (scope_id) group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5
      on conflict (workspace_id, action, scope_id, currency, day) do update set amount_sum = a.amount_sum + excluded.amount_sum`,
    values: [
      JSON.stringify(
        amounts.map((amount) => ({
          workspace_id: amount.workspaceId,
          call_id: amount.callId,
          contact_id: amount.contactId,
          action: amount.action,
          currency: amount.currency,
          value: amount.value,
          day: amount.day,
        })),
      ),
    ],
  });
}
