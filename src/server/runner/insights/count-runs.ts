import {
  type Json,
  type Moment,
  type Run,
  type VersionId,
  type Visit,
  finalRunStates,
} from "#core/domain";
import type { BoundStep, CompiledVersion, LaneChanges } from "#core/engine";
import { type InsightCount, type InsightEnd, toDurationBucket } from "#server/store";

/** What a lane's runs were before a batch. */
interface Before {
  readonly runs: readonly Run[];
  /** The visit each of them stands in. */
  readonly visits: readonly Visit[];
}

type Count = Omit<InsightCount, "workspaceId">;

/**
 * Counts what a batch changed of one lane's runs, by version, step and day of start. Whatever events made it up, each arrival, leaving,
 * start and end is counted once: by comparing what was stored with what will be. Goals are counted by the statement that writes them.
 */
export function countRuns(
  before: Before,
  changes: Pick<LaneChanges, "runs" | "visits">,
  versionOf: (id: VersionId) => CompiledVersion | undefined,
): Count[] {
  const runsBefore = new Map(before.runs.map((run) => [run.id, run]));
  const visitsBefore = new Map(before.visits.map((visit) => [visit.id, visit]));
  const visitsByRun = byRun(changes.visits);
  const changed = new Map(changes.runs.map((run) => [run.id, run]));
  // what a step noted without moving its run
  for (const runId of visitsByRun.keys()) {
    const run = runsBefore.get(runId);
    if (run !== undefined && !changed.has(runId)) changed.set(runId, run);
  }
  return [...changed.values()].flatMap((run) => {
    const was = runsBefore.get(run.id);
    const visits = visitsByRun.get(run.id) ?? [];
    const version = versionOf(run.versionId);
    return [
      ...countMove(was, run),
      ...visits.flatMap((visit) => countVisit(run, visit, visitsBefore.get(visit.id), version)),
      ...countStartAndEnd(was, run, lastOf([...before.visits, ...visits], run), version),
    ];
  });
}

/** The UTC day of a moment, as "2026-11-24". */
const toDay = (moment: Moment): string => new Date(moment).toISOString().slice(0, 10);

const count = (
  run: Run,
  stepId: string,
  measure: Count["measure"],
  { path = "", bucket = 0, versionId = run.versionId } = {},
): Count => ({ versionId, day: toDay(run.startedAt), stepId, measure, path, bucket, count: 1 });

/** A run that went over to another version, with the visit it stood in. */
function countMove(was: Run | undefined, run: Run): Count[] {
  if (was === undefined || was.versionId === run.versionId) return [];
  const places = was.stepId === null ? [""] : ["", was.stepId];
  return places.flatMap((stepId) => [
    count(run, stepId, "moved_away", { versionId: was.versionId }),
    count(run, stepId, "moved_here"),
  ]);
}

function countVisit(
  run: Run,
  visit: Visit,
  was: Visit | undefined,
  version: CompiledVersion | undefined,
): Count[] {
  const { stepId, leftAt } = visit;
  const counts = was === undefined ? [count(run, stepId, "entered")] : [];
  if (leftAt === null || (was !== undefined && was.leftAt !== null)) return counts;
  counts.push(count(run, stepId, "left", { path: visit.path ?? "" }));
  if (visit.problem !== null) counts.push(count(run, stepId, "failed"));
  const bucket = toDurationBucket(leftAt - visit.enteredAt);
  if (bucket > 0) counts.push(count(run, stepId, "stayed", { bucket }));
  for (const path of answersOf(visit, version?.step(stepId)))
    counts.push(count(run, stepId, "answered", { path }));
  return counts;
}

const countable: readonly string[] = ["single_choice", "multiple_choice", "yes_no", "rating"];

/** The answers of a question that has only so many; what is typed freely is nobody's statistic. */
function answersOf(visit: Visit, step: BoundStep | undefined): string[] {
  const kind = step?.question?.answer.type;
  if (kind === undefined || !countable.includes(kind)) return [];
  const answer = visit.evidence.findLast((entry) => Object.hasOwn(entry, "answer"))?.["answer"];
  return answer === undefined || answer === null ? [] : [answer].flat().map(toAnswer);
}

const toAnswer = (answer: Json): string =>
  typeof answer === "string" ? answer : JSON.stringify(answer);

function countStartAndEnd(
  was: Run | undefined,
  run: Run,
  last: Visit | undefined,
  version: CompiledVersion | undefined,
): Count[] {
  const counts =
    was === undefined ? [count(run, "", run.retryOfRunId === null ? "started" : "retried")] : [];
  const hasEnded = finalRunStates.includes(run.state);
  if (!hasEnded || (was !== undefined && finalRunStates.includes(was.state))) return counts;
  counts.push(count(run, "", "finished", { path: outcomeOf(run) }));
  const bucket = toDurationBucket((run.endedAt ?? run.startedAt) - run.startedAt);
  if (bucket > 0) counts.push(count(run, "", "took", { bucket }));
  if (last !== undefined)
    counts.push(
      count(run, last.stepId, "ended", { path: endOf(run, last, version?.step(last.stepId)) }),
    );
  return counts;
}

/** How a completed run ended, or the state another one ended in. */
const outcomeOf = (run: Run): string =>
  run.state === "completed" && run.outcome !== null ? run.outcome.kind : run.state;

/**
 * Whether an end was meant. A run drops off where it completes at a question by another way than an answer, with nothing drawn behind
 * it: no answer in time, none that fits, a wish for a person.
 */
function endOf(run: Run, last: Visit, step: BoundStep | undefined): InsightEnd {
  if (run.state === "failed" || run.state === "cancelled" || run.state === "expired")
    return run.state;
  const kind = run.outcome?.kind;
  if (kind === "asked_for_person") return "dropped";
  const isUnanswered =
    step !== undefined &&
    step.question !== null &&
    last.path !== null &&
    last.path !== step.skipPath;
  return kind === "ended" && isUnanswered ? "dropped" : "planned";
}

function byRun(visits: readonly Visit[]): Map<Visit["runId"], Visit[]> {
  const groups = new Map<Visit["runId"], Visit[]>();
  for (const visit of visits) {
    const group = groups.get(visit.runId);
    if (group === undefined) groups.set(visit.runId, [visit]);
    else group.push(visit);
  }
  return groups;
}

const lastOf = (visits: readonly Visit[], { id }: Run): Visit | undefined =>
  visits
    .filter(({ runId }) => runId === id)
    .reduce<Visit | undefined>(
      (last, visit) => (last === undefined || visit.number >= last.number ? visit : last),
      undefined,
    );
