import { day, type EventBody } from "#core/domain";
import type { LaneDraft } from "../lane/lane-draft.ts";

/** Longer ago than any rule looks back. */
const remembers = 7 * day;

/** Counts a proactive start; it stays uncounted as shown until the page says so. */
export const noteProactiveStart = (
  lane: LaneDraft,
  show: Pick<ShowNews, "workflowId" | "visitorSessionId">,
): void => {
  const { now } = lane.world;
  const { shows, dismissals } = lane.attention;
  lane.setAttention({
    shows: [
      ...shows.filter(({ startedAt }) => now - startedAt < remembers),
      { ...show, startedAt: now, shownAt: null },
    ],
    dismissals: dismissals.filter(({ at }) => now - at < remembers),
  });
};

type ShowNews = Omit<Extract<EventBody, { type: "greeting_shown" }>, "type">;

/** The page showed the newest greeting of a workflow. */
export const greetingShown = (lane: LaneDraft, { workflowId }: ShowNews): void => {
  const { attention } = lane;
  const newest = attention.shows.findLast(
    (show) => show.workflowId === workflowId && show.shownAt === null,
  );
  if (newest === undefined) return;
  lane.setAttention({
    ...attention,
    shows: attention.shows.map((show) =>
      show === newest ? { ...show, shownAt: lane.world.now } : show,
    ),
  });
};

/** A dismissal is a decision: nothing proactive follows in that session, and that workflow rests. */
export const greetingDismissed = (
  lane: LaneDraft,
  { workflowId, visitorSessionId }: ShowNews,
): void => {
  const { attention } = lane;
  // Sending away an answer in a conversation is no decision about being spoken to.
  if (!attention.shows.some((show) => show.workflowId === workflowId)) return;
  lane.setAttention({
    ...attention,
    dismissals: [...attention.dismissals, { workflowId, visitorSessionId, at: lane.world.now }],
  });
};
