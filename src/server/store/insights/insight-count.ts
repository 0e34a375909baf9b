import type { VersionId, WorkspaceId } from "#core/domain";

/**
 * What is counted of runs. Of a run as a whole (no step): `started`, `retried` (took up a failed one: not a start), `finished` (path: the
 * outcome), `goal_reached`, `took` (bucket). Of a step: `entered`, `left` (path: the way out, empty when the run ended inside), `failed`
 * (left with a problem), `stayed` (bucket), `answered` (path: the answer), `ended` (path: an `InsightEnd`; the run's last step). Of both:
 * `moved_here` and `moved_away`, for runs that a publish plan took to another version. `took` and `stayed` are kept only where time passed.
 */
export type InsightMeasure =
  | "started"
  | "retried"
  | "finished"
  | "goal_reached"
  | "took"
  | "entered"
  | "left"
  | "failed"
  | "stayed"
  | "answered"
  | "ended"
  | "moved_here"
  | "moved_away";

/** How a run ended at a step: as planned, by another way than the one the step waited for, or against its plan. */
export type InsightEnd = "planned" | "dropped" | "failed" | "cancelled" | "expired";

/** So many more of something, of the runs of a version that started on a day. */
export interface InsightCount {
  readonly workspaceId: WorkspaceId;
  readonly versionId: VersionId;
  /** UTC, as "2026-11-24". */
  readonly day: string;
  readonly stepId: string;
  readonly measure: InsightMeasure;
  readonly path: string;
  readonly bucket: number;
  readonly count: number;
}

const keyOf = (count: InsightCount) =>
  [
    count.workspaceId,
    count.versionId,
    count.day,
    count.stepId,
    count.measure,
    count.path,
    count.bucket,
  ].join("\n");

/** Adds up what counts the same, in one order everywhere: two writers never wait for each other in a ring. */
export function sumCounts(counts: readonly InsightCount[]): InsightCount[] {
  const sums = new Map<string, InsightCount>();
  for (const one of counts) {
    const key = keyOf(one);
    const known = sums.get(key);
    sums.set(key, known === undefined ? one : { ...known, count: known.count + one.count });
  }
  return [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, sum]) => sum);
}

/** $1 counts, each once and in order. A statement of its own, the last of a batch: its rows are held only while it commits. */
export const WRITE_INSIGHTS = `
insert into insight_count as c
select workspace_id, version_id, day, step_id, measure, path, bucket, (pg_backend_pid() % 16)::smallint, counted
from json_populate_recordset(null::insight_count, $1)
on conflict (workspace_id, version_id, day, step_id, measure, path, bucket, slot)
do update set counted = c.counted + excluded.counted`;

export const toInsightRow = (count: InsightCount) => ({
  workspace_id: count.workspaceId,
  version_id: count.versionId,
  day: count.day,
  step_id: count.stepId,
  measure: count.measure,
  path: count.path,
  bucket: count.bucket,
  counted: count.count,
});
