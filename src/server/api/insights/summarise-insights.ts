import { type InsightsBody, type InsightStepBody, insightOutcomes } from "#contract";
import { day as dayMs } from "#core/domain";
import { type InsightRow, medianDuration, type StepNameRow } from "#server/store";

/** What is asked: UTC days, both included, and one version or all. */
interface Asked {
  readonly from: string;
  readonly to: string;
  readonly versionNumber: number | null;
}

/** Makes the answer to the insights of a workflow out of sums. */
export function summariseInsights(
  asked: Asked,
  rows: readonly InsightRow[],
  names: readonly StepNameRow[],
): InsightsBody {
  const ofRuns = rows.filter(({ step_id }) => step_id === "");
  const numbers = new Set(rows.map(({ version_number }) => version_number));
  const ids = [...new Set(rows.map(({ step_id }) => step_id))].filter((id) => id !== "");
  const nameOf = new Map(names.map((row) => [row.step_id, row]));
  return {
    from: asked.from,
    to: asked.to,
    version_numbers:
      asked.versionNumber === null ? [...numbers].sort((a, b) => b - a) : [asked.versionNumber],
    runs: summariseRuns(asked, ofRuns),
    days: daysBetween(asked.from, asked.to).map((day) => summariseDay(day, ofRuns)),
    steps: ids.map((id) =>
      summariseStep(
        asked,
        id,
        rows.filter(({ step_id }) => step_id === id),
        nameOf.get(id),
      ),
    ),
  };
}

function summariseRuns(asked: Asked, rows: readonly InsightRow[]): InsightsBody["runs"] {
  const [started, retried, finished] = [
    sum(rows, "started"),
    sum(rows, "retried"),
    sum(rows, "finished"),
  ];
  const moved = moves(asked, rows);
  return {
    started,
    retried,
    ...moved,
    in_progress: atLeastNone(started + retried + moved.moved_here - moved.moved_away - finished),
    finished,
    outcomes: insightOutcomes
      .map((outcome) => ({ outcome, count: sum(rows, "finished", outcome) }))
      .filter(({ count }) => count > 0),
    goal_reached: sum(rows, "goal_reached"),
    median_seconds: medianSeconds(rows, "took", finished),
  };
}

function summariseDay(day: string, rows: readonly InsightRow[]): InsightsBody["days"][number] {
  const ofDay = rows.filter((row) => row.day === day);
  return {
    day,
    started: sum(ofDay, "started"),
    finished: sum(ofDay, "finished"),
    goal_reached: sum(ofDay, "goal_reached"),
  };
}

function summariseStep(
  asked: Asked,
  id: string,
  rows: readonly InsightRow[],
  name: StepNameRow | undefined,
): InsightStepBody {
  const [entered, left] = [sum(rows, "entered"), sum(rows, "left")];
  const moved = moves(asked, rows);
  const waiting = atLeastNone(entered + moved.moved_here - moved.moved_away - left);
  const ended = {
    planned: sum(rows, "ended", "planned"),
    dropped: sum(rows, "ended", "dropped"),
    failed: sum(rows, "ended", "failed"),
    cancelled: sum(rows, "ended", "cancelled"),
    expired: sum(rows, "ended", "expired"),
  };
  return {
    step_id: id,
    step_name: name?.name ?? id,
    step_type: name?.type ?? "",
    version_number: name?.version_number ?? Math.max(...rows.map((row) => row.version_number)),
    entered,
    ...moved,
    left: byPath(rows, "left").map(([path, count]) => ({ path, count })),
    waiting,
    failed: sum(rows, "failed"),
    ended,
    dropped_off: waiting + ended.dropped + ended.failed + ended.cancelled + ended.expired,
    median_seconds: medianSeconds(rows, "stayed", left),
    answers: byPath(rows, "answered").map(([answer, count]) => ({ answer, count })),
  };
}

/** Over all versions, what went away from one came to another. */
function moves({ versionNumber }: Asked, rows: readonly InsightRow[]) {
  return versionNumber === null
    ? { moved_here: 0, moved_away: 0 }
    : { moved_here: sum(rows, "moved_here"), moved_away: sum(rows, "moved_away") };
}

// A sum is never below nothing but where a process of an older release counted half of it.
const atLeastNone = (count: number) => Math.max(0, count);

function sum(rows: readonly InsightRow[], measure: InsightRow["measure"], path?: string): number {
  let total = 0;
  for (const row of rows)
    if (row.measure === measure && (path === undefined || row.path === path)) total += row.counted;
  return total;
}

function byPath(rows: readonly InsightRow[], measure: InsightRow["measure"]): [string, number][] {
  const sums = new Map<string, number>();
  for (const row of rows)
    if (row.measure === measure) sums.set(row.path, (sums.get(row.path) ?? 0) + row.counted);
  return [...sums].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** What took no time is not kept: it is what is missing from all. */
function medianSeconds(
  rows: readonly InsightRow[],
  measure: "took" | "stayed",
  all: number,
): number | null {
  const buckets = new Map<number, number>();
  for (const row of rows)
    if (row.measure === measure)
      buckets.set(row.bucket, (buckets.get(row.bucket) ?? 0) + row.counted);
  const kept = [...buckets.values()].reduce((total, count) => total + count, 0);
  buckets.set(0, atLeastNone(all - kept));
  const median = medianDuration(buckets);
  return median === null ? null : median / 1_000;
}

/** Every UTC day from one to another, both included. */
export function daysBetween(from: string, to: string): string[] {
  const days: string[] = [];
  for (let at = Date.parse(from); at <= Date.parse(to); at += dayMs) days.push(isoDay(at));
  return days;
}

/** The UTC day of a moment in milliseconds. */
export const isoDay = (at: number): string => new Date(at).toISOString().slice(0, 10);
