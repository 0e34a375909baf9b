import type { InsightsBody, InsightStepBody } from "#contract";
import type { JsonObject, RunOutcome, VersionId } from "#core/domain";
import type { Store } from "#server/store";
import type { SeededWorkspace } from "../runner/seed-workspace.ts";

interface RunRow {
  readonly run_id: string;
  readonly first_version_id: string | null;
  readonly version_id: string;
  readonly state: string;
  readonly outcome: RunOutcome | null;
  readonly retry_of: string | null;
  readonly started_at: string;
  readonly ended_at: string | null;
  readonly goal_reached_at: string | null;
}
interface VisitRow {
  readonly run_id: string;
  readonly step_id: string;
  readonly number: number;
  readonly entered_at: string;
  readonly left_at: string | null;
  readonly path: string | null;
  readonly evidence: readonly JsonObject[];
  readonly problem: object | null;
}
interface MoveRow {
  readonly run_id: string;
  readonly to: VersionId;
  readonly at: string;
}

/** All that the tables say about the runs of a workflow, whoever they were for. */
export interface History {
  readonly runs: readonly RunRow[];
  readonly visits: ReadonlyMap<string, readonly VisitRow[]>;
  readonly moves: ReadonlyMap<string, readonly MoveRow[]>;
  readonly numbers: ReadonlyMap<string, number>;
}

/** Reads the history that counts: runs of contacts that do not try things out. */
export async function readHistory(store: Store, workspace: SeededWorkspace): Promise<History> {
  const read = <Row>(text: string) => store.query<Row>({ text, values: [workspace.workspaceId] });
  const moment = (name: string) => `to_char(${name}, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
  const runs =
    await read<RunRow>(`select r.run_id, d.version_id as first_version_id, r.version_id, r.state, r.data->'outcome' as outcome,
      r.data->>'retryOfRunId' as retry_of, ${moment("r.started_at")} as started_at, ${moment("r.ended_at")} as ended_at,
      ${moment("r.goal_reached_at")} as goal_reached_at
    from run r join contact c using (workspace_id, contact_id)
    left join trigger_decision d on d.workspace_id = r.workspace_id and d.run_id = r.run_id
    where r.workspace_id = $1 and not c.is_test`);
  const visits =
    await read<VisitRow>(`select run_id, step_id, number, ${moment("entered_at")} as entered_at,
      ${moment("left_at")} as left_at, path, evidence, problem from visit where workspace_id = $1 order by run_id, number`);
  const moves =
    await read<MoveRow>(`select body->>'runId' as run_id, body->>'toVersionId' as to, ${moment("handled_at")} as at
    from event where workspace_id = $1 and type = 'run_moved' and problem is null and body->>'toVersionId' is not null order by handled_at`);
  const versions = await read<{ version_id: string; number: number }>(
    "select version_id, number from version where workspace_id = $1",
  );
  return {
    runs,
    visits: groupByRun(visits),
    moves: groupByRun(moves),
    numbers: new Map(versions.map((row) => [row.version_id, row.number])),
  };
}

interface Asked {
  readonly from: string;
  readonly to: string;
  readonly versionNumber: number | null;
}

/** The medians as they truly are, and everything else as the API is to tell it; steps by id. */
export interface HandCount {
  readonly runs: InsightsBody["runs"];
  readonly days: InsightsBody["days"];
  readonly steps: ReadonlyMap<
    string,
    Omit<InsightStepBody, "step_name" | "step_type" | "version_number">
  >;
}

/** Counts the plain way: run by run, visit by visit, from what the tables say. */
export function countByHand(history: History, asked: Asked): HandCount {
  const started = history.runs.filter(
    (run) => run.started_at.slice(0, 10) >= asked.from && run.started_at.slice(0, 10) <= asked.to,
  );
  const steps = new Map<string, StepCount>();
  const stepOf = (id: string) => {
    const known = steps.get(id) ?? new StepCount();
    steps.set(id, known);
    return known;
  };
  const total = new RunCount();
  const days = new Map<string, { started: number; finished: number; goal_reached: number }>();
  for (let at = Date.parse(asked.from); at <= Date.parse(asked.to); at += 86_400_000)
    days.set(new Date(at).toISOString().slice(0, 10), { started: 0, finished: 0, goal_reached: 0 });
  for (const run of started) {
    const moves = history.moves.get(run.run_id) ?? [];
    const first =
      moves.length === 0 ? run.version_id : (run.first_version_id ?? firstOfRetried(history, run));
    const isAsked = (versionId: string) =>
      asked.versionNumber === null || history.numbers.get(versionId) === asked.versionNumber;
    const versionAt = (at: string) => moves.findLast((move) => move.at <= at)?.to ?? first;
    const visits = history.visits.get(run.run_id) ?? [];
    const day = days.get(run.started_at.slice(0, 10));
    if (day === undefined) throw new Error("a run of another period");
    if (isAsked(first)) {
      if (run.retry_of === null)
        [total.started, day.started] = [total.started + 1, day.started + 1];
      else total.retried += 1;
    }
    let from = first;
    for (const move of moves) {
      const standing = visits.find(
        (visit) =>
          visit.entered_at < move.at && (visit.left_at === null || visit.left_at > move.at),
      );
      if (asked.versionNumber !== null) {
        if (isAsked(from)) total.moved_away += 1;
        if (isAsked(move.to)) total.moved_here += 1;
        if (standing !== undefined && isAsked(from)) stepOf(standing.step_id).moved_away += 1;
        if (standing !== undefined && isAsked(move.to)) stepOf(standing.step_id).moved_here += 1;
      }
      from = move.to;
    }
    if (run.goal_reached_at !== null && isAsked(versionAt(run.goal_reached_at)))
      [total.goal_reached, day.goal_reached] = [total.goal_reached + 1, day.goal_reached + 1];
    for (const visit of visits) {
      if (isAsked(versionAt(visit.entered_at))) stepOf(visit.step_id).entered += 1;
      if (visit.left_at === null) {
        if (isAsked(run.version_id)) stepOf(visit.step_id).waiting += 1;
      } else if (isAsked(versionAt(visit.left_at))) stepOf(visit.step_id).leave(visit);
    }
    if (run.ended_at === null) {
      if (isAsked(run.version_id)) total.in_progress += 1;
      continue;
    }
    if (!isAsked(run.version_id)) continue;
    total.finish(run);
    day.finished += 1;
    const last = visits.at(-1);
    if (last !== undefined) stepOf(last.step_id).end(run, last);
  }
  return {
    runs: total.body(),
    days: [...days].map(([day, counts]) => ({ day, ...counts })),
    steps: new Map(
      [...steps].filter(([, step]) => step.hasNumbers()).map(([id, step]) => [id, step.body(id)]),
    ),
  };
}

/** A retry begins on the version its failed run stood on in the end. */
const firstOfRetried = ({ runs }: History, { retry_of }: RunRow): string =>
  runs.find(({ run_id }) => run_id === retry_of)?.version_id ?? "";

const outcomes = [
  "conversation_closed",
  "handed_over",
  "ended",
  "asked_for_person",
  "failed",
  "cancelled",
  "expired",
] as const;
const took = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 1_000;
const lowerMedian = (all: readonly number[]) =>
  all.toSorted((a, b) => a - b)[Math.ceil(all.length / 2) - 1] ?? null;

class RunCount {
  started = 0;
  retried = 0;
  moved_here = 0;
  moved_away = 0;
  in_progress = 0;
  goal_reached = 0;
  readonly #outcomes: string[] = [];
  readonly #seconds: number[] = [];
  finish(run: RunRow) {
    this.#outcomes.push(run.state === "completed" ? (run.outcome?.kind ?? "") : run.state);
    this.#seconds.push(took(run.started_at, run.ended_at ?? run.started_at));
  }
  body(): InsightsBody["runs"] {
    const { started, retried, moved_here, moved_away, in_progress, goal_reached } = this;
    return {
      started,
      retried,
      moved_here,
      moved_away,
      in_progress,
      finished: this.#outcomes.length,
      outcomes: outcomes
        .map((outcome) => ({
          outcome,
          count: this.#outcomes.filter((one) => one === outcome).length,
        }))
        .filter(({ count }) => count > 0),
      goal_reached,
      median_seconds: lowerMedian(this.#seconds),
    };
  }
}

class StepCount {
  entered = 0;
  waiting = 0;
  moved_here = 0;
  moved_away = 0;
  #failed = 0;
  readonly #left: string[] = [];
  readonly #answers: string[] = [];
  readonly #seconds: number[] = [];
  readonly #ended = { planned: 0, dropped: 0, failed: 0, cancelled: 0, expired: 0 };
  leave(visit: VisitRow) {
    this.#left.push(visit.path ?? "");
    if (visit.problem !== null) this.#failed += 1;
    this.#seconds.push(took(visit.entered_at, visit.left_at ?? ""));
    for (const { answer } of visit.evidence)
      if (answer !== undefined) this.#answers.push(...[answer].flat().map(String));
  }
  end(run: RunRow, last: VisitRow) {
    const isQuestion = ["topic", "rate", "colours"].includes(last.step_id);
    const isUnanswered = isQuestion && run.outcome?.kind === "ended" && last.path !== "answered";
    if (run.state === "failed" || run.state === "cancelled" || run.state === "expired")
      this.#ended[run.state] += 1;
    else this.#ended[isUnanswered ? "dropped" : "planned"] += 1;
  }
  hasNumbers() {
    return this.entered + this.moved_here + this.#left.length > 0;
  }
  body(step_id: string) {
    const { entered, waiting, moved_here, moved_away } = this;
    const ended = this.#ended;
    return {
      step_id,
      entered,
      moved_here,
      moved_away,
      left: tally(this.#left).map(([path, count]) => ({ path, count })),
      waiting,
      failed: this.#failed,
      ended,
      dropped_off: waiting + ended.dropped + ended.failed + ended.cancelled + ended.expired,
      median_seconds: lowerMedian(this.#seconds),
      answers: tally(this.#answers).map(([answer, count]) => ({ answer, count })),
    };
  }
}

const tally = (all: readonly string[]): [string, number][] =>
  [...new Set(all)].sort().map((one) => [one, all.filter((other) => other === one).length]);

function groupByRun<Row extends { readonly run_id: string }>(
  rows: readonly Row[],
): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(row.run_id, [...(groups.get(row.run_id) ?? []), row]);
  return groups;
}
