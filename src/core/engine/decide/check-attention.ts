import {
  type Attention,
  day,
  minute,
  second,
  type VisitorSession,
  type WorkflowId,
} from "#core/domain";
import type { CompiledVersion } from "../compile.ts";
import type { LaneDraft } from "../lane/lane-draft.ts";
import type { Refusal } from "./refusal.ts";

/** What SPEC 2 "Proactive manners" fixes; the budget itself is the workspace's to set. */
const manners = {
  afterArrival: 10 * second,
  afterMessage: day,
  afterDismissal: 7 * day,
  week: 7 * day,
} as const;

/** Refuses a proactive workflow that would come too early or too often, naming the manner it would break. */
export const checkAttention = (
  lane: LaneDraft,
  version: CompiledVersion,
  session: VisitorSession | null,
): Refusal | null => {
  if (lane.world.triggers.get(version.trigger.type)?.isProactive !== true) return null;
  const rule =
    findBadMoment(lane, session) ??
    findDismissal(lane, version.workflowId, session) ??
    findSpentBudget(lane, session);
  return rule === null ? null : { reason: "attention_budget", evidence: { rule } };
};

const findBadMoment = (lane: LaneDraft, session: VisitorSession | null): string | null => {
  const { now } = lane.world;
  const { lastRepliedAt } = lane.contact;
  if ([...lane.conversations.values()].some(({ floor }) => floor.holder === "person"))
    return "a_person_is_talking_with_the_contact";
  if (lastRepliedAt !== null && now - lastRepliedAt < manners.afterMessage)
    return "wrote_less_than_24_hours_ago";
  return session !== null && now - session.startedAt < manners.afterArrival
    ? "arrived_less_than_10_seconds_ago"
    : null;
};

/** A dismissal is a decision: nothing follows in that session, and that workflow rests. */
const findDismissal = (
  lane: LaneDraft,
  workflowId: WorkflowId,
  session: VisitorSession | null,
): string | null => {
  const { dismissals } = lane.attention;
  if (session !== null && dismissals.some((each) => each.visitorSessionId === session.id))
    return "dismissed_one_in_this_session";
  const rests = (at: number): boolean => lane.world.now - at < manners.afterDismissal;
  return dismissals.some((each) => each.workflowId === workflowId && rests(each.at))
    ? "dismissed_this_one_less_than_7_days_ago"
    : null;
};

const findSpentBudget = (lane: LaneDraft, session: VisitorSession | null): string | null => {
  const { now, workspace } = lane.world;
  const { minutes_between, per_session, per_week } = workspace.settings.attention;
  const shows = lane.attention.shows.filter((show) => counts(show, session));
  const since = ({ shownAt, startedAt }: Show): number => now - (shownAt ?? startedAt);
  if (shows.some((show) => since(show) < minutes_between * minute))
    return `one_per_${minutes_between}_minutes`;
  if (session !== null) {
    const inSession = shows.filter(({ visitorSessionId }) => visitorSessionId === session.id);
    if (inSession.length >= per_session) return `${per_session}_per_session`;
  }
  return shows.filter((show) => since(show) < manners.week).length >= per_week
    ? `${per_week}_per_7_days`
    : null;
};

type Show = Attention["shows"][number];

/** It counts when shown. One that this session may still show has its place kept, so that two do not come at once. */
const counts = ({ shownAt, visitorSessionId }: Show, session: VisitorSession | null): boolean =>
  shownAt !== null || (session !== null && visitorSessionId === session.id);
