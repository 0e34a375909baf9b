import type { Clock } from "../clock.ts";
import type { PageDescription } from "../signals/page-facts.ts";
import type { Keep } from "../storage/keep.ts";

/** Nothing comes upon a visitor sooner after their arrival (SPEC 2 "Proactive manners"). */
export const arrivalMs = 10_000;
/** More than a server out of reach leaves behind on sane pages; the oldest go first. */
const mostKept = 100;

/** One fired trigger, as it lies in storage until the server has answered. */
export interface KeptDetection {
  readonly id: string;
  readonly trigger_type: string;
  readonly visitor_session_id: string;
  readonly page: PageDescription;
  readonly evidence: Readonly<Record<string, unknown>>;
  /** Milliseconds since 1970, not sent sooner; stays in the browser. */
  readonly due_at: number;
}

/**
 * Puts a fired trigger into storage, so that leaving the page loses nothing: the next page sends the rest.
 *
 * @param waitMs how long it is held back, over pages too; not at all when negative.
 */
export const keepDetection = (
  keep: Keep,
  clock: Pick<Clock, "now" | "newId">,
  detection: Omit<KeptDetection, "id" | "due_at">,
  waitMs: number,
): void => {
  const kept = keep.read("detections");
  const due_at = clock.now() + Math.max(0, waitMs);
  keep.write("detections", [
    ...(Array.isArray(kept) ? kept.slice(1 - mostKept) : []),
    { ...detection, id: clock.newId(), due_at } satisfies KeptDetection,
  ]);
};
