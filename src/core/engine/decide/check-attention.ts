import { day, minute, type VisitorSession } from "#core/domain";
import type { CompiledVersion } from "../compile.ts";
import type { Refusal } from "./refusal.ts";
import type { LaneDraft } from "../lane/lane-draft.ts";

/**
 * The visitor's attention budget (SPEC 2 "Proactive manners"). The manners of the first seconds on a page, and of typing in a
 * form, are kept by the sensor: it alone sees them, and the session begins here only with its first report.
 */
const budget = {
  afterMessage: day,
  between: 10 * minute,
  perSession: 2,
  perWeek: 3,
  week: 7 * day,
} as const;

/** Refuses a proactive workflow that would come too early or too often, naming the manner it would break. */
export const checkAttention = (
  lane: LaneDraft,
  version: CompiledVersion,
  session: VisitorSession | null,
): Refusal | null => {
  if (lane.world.triggers.get(version.trigger.type)?.isProactive !== true) return null;
  const { now } = lane.world;
  const refuse = (rule: string): Refusal => ({ reason: "attention_budget", evidence: { rule } });
  if (lane.contact.lastRepliedAt !== null && now - lane.contact.lastRepliedAt < budget.afterMessage)
    return refuse("wrote_less_than_24_hours_ago");
  if (personHasSomeFloor(lane)) return refuse("a_person_is_talking_with_the_contact");
  const shown = proactiveStarts(lane);
  if (shown.some(({ lastAt }) => now - lastAt < budget.between))
    return refuse("one_per_10_minutes");
  if (
    session !== null &&
    shown.filter(({ lastVisitorSessionId }) => lastVisitorSessionId === session.id).length >=
      budget.perSession
  )
    return refuse("two_per_session");
  return shown.filter(({ lastAt }) => now - lastAt < budget.week).length >= budget.perWeek
    ? refuse("three_per_7_days")
    : null;
};

const personHasSomeFloor = (lane: LaneDraft): boolean =>
  [...lane.conversations.values()].some(({ floor }) => floor.holder === "person");

/** Starts of proactive workflows that are still live; each counts its newest only, which is what the lane keeps. */
const proactiveStarts = (lane: LaneDraft) => {
  const proactive = new Set(
    lane.world.live
      .filter(
        ({ compiled }) =>
          compiled.speaks && lane.world.triggers.get(compiled.trigger.type)?.isProactive === true,
      )
      .map(({ workflow }) => workflow.workflowId),
  );
  return [...lane.starts.values()].filter(({ workflowId }) => proactive.has(workflowId));
};
