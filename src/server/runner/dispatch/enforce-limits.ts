import type { ActionLimits, Problem } from "#core/domain";
import {
  type AmountScope,
  type ClaimedCall,
  type CountedAmount,
  type Session,
  countAmounts,
  loadAmountSums,
} from "#server/store";

const CONTACT_DAYS = 30;
const ROUNDING = 1e-9; // 0.1 + 0.2 is not over 0.3

interface Limited {
  readonly call: ClaimedCall;
  readonly amount: CountedAmount;
  readonly limits: ActionLimits;
}

/**
 * Counts what claimed calls are about to move and returns those that would pass a limit, with the problem: they are not made.
 * Runs in the claiming transaction, whose hold on the integration's circuit keeps other processes from counting meanwhile.
 */
export async function enforceLimits(
  session: Session,
  calls: readonly ClaimedCall[],
): Promise<Map<ClaimedCall, Problem>> {
  const limited = calls.flatMap(toLimited);
  const refused = new Map<ClaimedCall, Problem>();
  if (limited.length === 0) return refused;
  const scopes = limited.flatMap(({ amount }) => scopesOf(amount));
  const loaded = await loadAmountSums(session, scopes);
  const sums = new Map(scopes.map((scope, index) => [keyOf(scope), loaded[index] ?? 0]));
  const counted: CountedAmount[] = [];
  for (const { call, amount, limits } of limited) {
    const [ofContact, ofDay] = scopesOf(amount).map(keyOf);
    const passed = findPassed(limits, amount.value, {
      perContact: sums.get(ofContact ?? "") ?? 0,
      perDay: sums.get(ofDay ?? "") ?? 0,
    });
    if (passed !== undefined) {
      refused.set(call, passed);
      continue;
    }
    counted.push(amount);
    for (const key of [ofContact, ofDay])
      if (key !== undefined) sums.set(key, (sums.get(key) ?? 0) + amount.value);
  }
  if (counted.length > 0) await countAmounts(session, counted);
  return refused;
}

/** An amount is counted once per call, at its first attempt, whether or not this use of the action has limits of its own. */
function toLimited(call: ClaimedCall): Limited[] {
  const { request } = call;
  if (request.kind !== "action" || request.amount === null || call.amount_counted_on !== null)
    return [];
  return [
    {
      call,
      limits: request.limits ?? { perCall: null, perContact: null, perDay: null },
      amount: {
        workspaceId: call.workspace_id,
        callId: call.call_id,
        contactId: call.contact_id,
        action: request.action,
        currency: request.amount.currency ?? "",
        value: request.amount.value,
        day: call.today,
      },
    },
  ];
}

const scopesOf = (amount: CountedAmount): [AmountScope, AmountScope] => {
  const { workspaceId, contactId, action, currency, day: today } = amount;
  const base = { workspaceId, action, currency, today };
  return [
    { ...base, scopeId: contactId, days: CONTACT_DAYS },
    { ...base, scopeId: workspaceId, days: 1 },
  ];
};

const keyOf = ({ workspaceId, action, scopeId, currency }: AmountScope): string =>
  [workspaceId, action, scopeId, currency].join(" ");

function findPassed(
  limits: ActionLimits,
  value: number,
  sums: { readonly perContact: number; readonly perDay: number },
): Problem | undefined {
  const passes = (limit: number | null, sum: number) =>
    limit !== null && sum + value > limit + ROUNDING;
  if (passes(limits.perCall, 0)) return overLimit("call", limits.perCall, value, 0);
  if (passes(limits.perContact, sums.perContact))
    return overLimit("contact", limits.perContact, value, sums.perContact);
  if (passes(limits.perDay, sums.perDay))
    return overLimit("day", limits.perDay, value, sums.perDay);
  return undefined;
}

const overLimit = (of: string, limit: number | null, amount: number, used: number): Problem => ({
  code: "limit",
  message: `${amount} more than the ${used} moved so far is above a limit of this action.`,
  details: { amount, limit, of, used },
});
