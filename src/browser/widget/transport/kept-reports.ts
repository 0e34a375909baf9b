import type { Clock } from "../clock.ts";
import type { PageDescription } from "../signals/page-facts.ts";
import type { Keep } from "../storage/keep.ts";

/** Nothing comes upon a visitor sooner after their arrival (SPEC 2 "Proactive manners"). */
export const arrivalMs = 10_000;
/** A report that could not be sent for this long is about a moment that has passed: it is dropped. */
export const staleMs = 5 * 60_000;
/** More than a server out of reach leaves behind on sane pages; the oldest go first. */
const mostKept = 100;

/** Something to tell the server, as it lies in storage until the server has answered. */
interface KeptReport {
  readonly id: string;
  /** Milliseconds since 1970, not sent sooner; stays in the browser. */
  readonly due_at: number;
  readonly visitor_session_id: string;
}

/** One fired trigger. */
export interface KeptDetection extends KeptReport {
  readonly trigger_type: string;
  readonly page: PageDescription;
  readonly evidence: Readonly<Record<string, unknown>>;
}

/** One call of the page's own script. */
export interface KeptCall extends KeptReport {
  readonly verb: string;
  /** As JSON, read again when it is sent. */
  readonly values: string;
}

/** The kinds of reports, each a list in storage of its own. */
interface Lists {
  readonly detections: KeptDetection;
  readonly calls: KeptCall;
}

/**
 * Puts a report into storage, so that leaving the page loses nothing: the next page sends the rest. Answers its id.
 *
 * @param waitMs how long it is held back, over pages too; not at all when negative.
 */
export const keepReport = <List extends keyof Lists>(
  keep: Keep,
  clock: Pick<Clock, "now" | "newId">,
  list: List,
  report: Omit<Lists[List], "id" | "due_at">,
  waitMs: number,
): string => {
  const kept = keep.read(list);
  const id = clock.newId();
  keep.write(list, [
    ...(Array.isArray(kept) ? kept.slice(1 - mostKept) : []),
    { ...report, id, due_at: clock.now() + Math.max(0, waitMs) },
  ]);
  return id;
};
