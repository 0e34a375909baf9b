import type {
  ContactId,
  ConversationId,
  Run,
  RunId,
  RunState,
  StepId,
  VersionId,
  Visit,
  WorkflowId,
  WorkspaceId,
} from "#core/domain";
import type { ListCursor } from "../cursor.ts";
import type { SqlMoment } from "../moments.ts";
import { type RunRow, type VisitRow, toRun, toVisit } from "../rows/run-row.ts";
import type { Session } from "../store.ts";

/** A run with the names that lists show. */
export interface NamedRun {
  readonly run: Run;
  readonly contact: {
    readonly id: string;
    readonly name: string | null;
    readonly email: string | null;
    readonly isTest: boolean;
  };
  readonly goalReachedAt: SqlMoment | null;
  readonly workflowName: string;
  readonly versionNumber: number;
  readonly stepName: string | null;
  /** The nearest timer of its wait. */
  readonly dueAt: SqlMoment | null;
}

type Row = RunRow & {
  contact_name: string | null;
  contact_email: string | null;
  contact_is_test: boolean;
  goal_reached_at: SqlMoment | null;
  workflow_name: string;
  version_number: number;
  step_name: string | null;
  due_at: SqlMoment | null;
};

// timers by timer_contact: the few of one contact
const SELECT = `select r.*, c.name as contact_name, c.email as contact_email, c.is_test as contact_is_test,
    w.name as workflow_name, v.number as version_number,
    (select step->>'name' from jsonb_array_elements(v.graph->'steps') step where step->>'id' = r.step_id) as step_name,
    (select min(t.due_at) from timer t
      where t.workspace_id = r.workspace_id and t.contact_id = r.contact_id and t.run_id = r.run_id) as due_at
  from run r
  join contact c on c.workspace_id = r.workspace_id and c.contact_id = r.contact_id
  join workflow w on w.workspace_id = r.workspace_id and w.workflow_id = r.workflow_id
  join version v on v.workspace_id = r.workspace_id and v.version_id = r.version_id`;

const toNamed = (row: Row): NamedRun => ({
  run: toRun(row),
  contact: {
    id: row.contact_id,
    name: row.contact_name,
    email: row.contact_email,
    isTest: row.contact_is_test,
  },
  goalReachedAt: row.goal_reached_at,
  workflowName: row.workflow_name,
  versionNumber: row.version_number,
  stepName: row.step_name,
  dueAt: row.due_at,
});

/** Which runs a list shows; what is undefined does not narrow it. Days are UTC, both included. */
export interface RunFilter {
  readonly workflowId?: WorkflowId | undefined;
  readonly conversationId?: ConversationId | undefined;
  readonly contactId?: ContactId | undefined;
  readonly state?: RunState | undefined;
  readonly versionNumber?: number | undefined;
  /** A completed run's outcome, or the state another one ended in. */
  readonly outcome?: string | undefined;
  /** The last step it came to. */
  readonly stepId?: string | undefined;
  readonly leftStepId?: string | undefined;
  readonly leftPath?: string | undefined;
  readonly search?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly isTest?: boolean | undefined;
}

const leaving =
  "select from visit where visit.workspace_id = r.workspace_id and visit.run_id = r.run_id and left_at is not null";

/** What a filter asks of `r`, `c` and `v`, with the places of its values. */
function* testsOf(filter: RunFilter, place: (value: unknown) => string): Generator<string> {
  const { workflowId, conversationId, contactId, state, versionNumber, outcome, stepId } = filter;
  if (workflowId !== undefined) yield `r.workflow_id = ${place(workflowId)}`;
  if (conversationId !== undefined) yield `r.conversation_id = ${place(conversationId)}`;
  if (contactId !== undefined) yield `r.contact_id = ${place(contactId)}`;
  if (state !== undefined) yield `r.state = ${place(state)}`;
  if (versionNumber !== undefined) yield `v.number = ${place(versionNumber)}`;
  if (outcome !== undefined)
    yield `case when r.state = 'completed' then r.data->'outcome'->>'kind' when r.ended_at is not null then r.state end = ${place(outcome)}`;
  // by visit_pkey, for each run in turn
  if (stepId !== undefined)
    yield `(select step_id from visit where visit.workspace_id = r.workspace_id and visit.run_id = r.run_id
      order by number desc limit 1) = ${place(stepId)}`;
  const { leftStepId, leftPath, search, from, to, isTest } = filter;
  if (leftStepId !== undefined || leftPath !== undefined)
    yield `exists (${leaving}${leftStepId === undefined ? "" : ` and step_id = ${place(leftStepId)}`}${leftPath === undefined ? "" : ` and path = ${place(leftPath)}`})`;
  if (search !== undefined)
    yield `strpos(lower(coalesce(c.name, '') || ' ' || coalesce(c.email, '')), lower(${place(search)})) > 0`;
  if (from !== undefined) yield `r.started_at >= ${place(from)}::date`;
  if (to !== undefined) yield `r.started_at < ${place(to)}::date + 1`;
  if (isTest !== undefined) yield `c.is_test = ${place(isTest)}`;
}

/** Lists runs, newest first; served by run_workflow or run_contact when one of them is asked for. */
export async function listRuns(
  session: Session,
  workspaceId: WorkspaceId,
  page: RunFilter & { readonly after?: ListCursor | undefined; readonly limit: number },
): Promise<NamedRun[]> {
  const { after, limit, ...filter } = page;
  const values: unknown[] = [workspaceId, limit];
  const place = (value: unknown) => `$${values.push(value)}`;
  const tests = ["r.workspace_id = $1", ...testsOf(filter, place)];
  if (after !== undefined) {
    const [at, id] = [`${place(after.at)}::timestamptz`, `${place(after.id)}::uuid`];
    tests.push(`(r.started_at < ${at} or (r.started_at = ${at} and r.run_id > ${id}))`);
  }
  const rows = await session.query<Row>({
    text: `${SELECT} where ${tests.join(" and ")} order by r.started_at desc, r.run_id limit $2`,
    values,
  });
  return rows.map(toNamed);
}

export async function findRun(
  session: Session,
  workspaceId: WorkspaceId,
  runId: RunId,
): Promise<NamedRun | undefined> {
  const [row] = await session.query<Row>({
    text: `${SELECT} where r.workspace_id = $1 and r.run_id = $2`,
    values: [workspaceId, runId],
  });
  return row && toNamed(row);
}

export async function listRunsByIds(
  session: Session,
  workspaceId: WorkspaceId,
  ids: readonly RunId[],
): Promise<NamedRun[]> {
  const rows = await session.query<Row>({
    text: `${SELECT} where r.workspace_id = $1 and r.run_id = any($2)`,
    values: [workspaceId, ids],
  });
  return rows.map(toNamed);
}

/** Finds the run that an event started, when it started one of that workflow. */
export async function findRunStartedBy(
  session: Session,
  workspaceId: WorkspaceId,
  eventId: string,
  workflowId: WorkflowId,
): Promise<NamedRun | undefined> {
  const [row] = await session.query<Row>({
    text: `${SELECT} join trigger_decision d
             on d.workspace_id = r.workspace_id and d.run_id = r.run_id
           where d.workspace_id = $1 and d.event_id = $2 and d.workflow_id = $3`,
    values: [workspaceId, eventId, workflowId],
  });
  return row && toNamed(row);
}

/** A visit with what its step was called in the run's version. */
export interface NamedVisit {
  readonly visit: Visit;
  readonly stepName: string;
  readonly stepType: string;
}

/** Lists the visits of a run in order; a run may have thousands, the newest `limit` are given. */
export async function listVisits(
  session: Session,
  workspaceId: WorkspaceId,
  runId: RunId,
  limit: number,
): Promise<NamedVisit[]> {
  const rows = await session.query<
    VisitRow & { step_name: string | null; step_type: string | null }
  >({
    text: `select x.*, step->>'name' as step_name, step->>'type' as step_type
           from (select * from visit where workspace_id = $1 and run_id = $2 order by number desc limit $3) x
           join run r on r.workspace_id = x.workspace_id and r.run_id = x.run_id
           join version v on v.workspace_id = r.workspace_id and v.version_id = r.version_id
           left join lateral jsonb_array_elements(v.graph->'steps') step on step->>'id' = x.step_id
           order by x.number`,
    values: [workspaceId, runId, limit],
  });
  return rows.map((row) => ({
    visit: toVisit(row),
    stepName: row.step_name ?? row.step_id,
    stepType: row.step_type ?? "",
  }));
}

/** Finds the run that took a failed one up again because of an event. */
export async function findRetryOf(
  session: Session,
  workspaceId: WorkspaceId,
  runId: RunId,
  eventId: string,
): Promise<NamedRun | undefined> {
  const [row] = await session.query<Row>({
    // by run_contact
    text: `${SELECT} where r.workspace_id = $1
      and r.contact_id = (select contact_id from run f where f.workspace_id = $1 and f.run_id = $2)
      and r.data->>'retryOfRunId' = $2::text and r.data->>'startedByEventId' = $3`,
    values: [workspaceId, runId, eventId],
  });
  return row && toNamed(row);
}

/** Counts a workflow's runs in progress by version and step. */
export async function countWaitingRuns(
  session: Session,
  workspaceId: WorkspaceId,
  workflowId: WorkflowId,
): Promise<{ version_number: number; step_id: string; runs: number }[]> {
  return await session.query({
    // by run_workflow; active_run keeps it to those in progress
    text: `select v.number as version_number, r.step_id, count(*)::int as runs
      from run r join active_run a using (workspace_id, contact_id, run_id)
      join version v on v.workspace_id = r.workspace_id and v.version_id = r.version_id
      where r.workspace_id = $1 and r.workflow_id = $2 and r.step_id is not null
      group by 1, 2 order by 1, 2`,
    values: [workspaceId, workflowId],
  });
}

/** Lists the runs that wait at a step of another version than the one named. */
export async function listRunsWaitingAt(
  session: Session,
  workspaceId: WorkspaceId,
  workflowId: WorkflowId,
  versionId: VersionId,
  stepId: StepId,
): Promise<{ runId: RunId; contactId: ContactId }[]> {
  const rows = await session.query<{ run_id: RunId; contact_id: ContactId }>({
    text: `select r.run_id, r.contact_id from run r join active_run a using (workspace_id, contact_id, run_id)
      where r.workspace_id = $1 and r.workflow_id = $2 and r.version_id <> $3 and r.step_id = $4`,
    values: [workspaceId, workflowId, versionId, stepId],
  });
  return rows.map((row) => ({ runId: row.run_id, contactId: row.contact_id }));
}
