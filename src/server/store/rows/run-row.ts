import {
  type ContactId,
  type ConversationId,
  day,
  limits,
  type Run,
  type RunId,
  type StepId,
  type VersionId,
  type Visit,
  type VisitId,
  type WorkflowId,
  type WorkspaceId,
} from "#core/domain";
import {
  type SqlMoment,
  fromMoment,
  fromMomentOrNull,
  toMoment,
  toMomentOrNull,
} from "../moments.ts";

/** What of a run no query looks at. `format` grows when its shape changes; older ones are upgraded on load. */
type RunData = Pick<
  Run,
  | "isCustomerFacing"
  | "wait"
  | "visitState"
  | "variables"
  | "memories"
  | "triggerInputs"
  | "visitCount"
  | "effectCount"
  | "language"
  | "heldEvents"
  | "startedByEventId"
  | "outcome"
  | "problem"
  | "parentRunId"
  | "floorRunId"
  | "depth"
  | "visitsBefore"
  | "retryOfRunId"
  | "lastCall"
  | "expiresAt"
  | "answeredAt"
> & { readonly format: 2 };

/** Before runs called runs: they were all first ones, and lived 90 days from their start. */
type RunDataFormat1 = Omit<
  RunData,
  | "format"
  | "parentRunId"
  | "floorRunId"
  | "depth"
  | "visitsBefore"
  | "retryOfRunId"
  | "lastCall"
  | "expiresAt"
  | "answeredAt"
  | "memories"
> &
  Partial<Pick<RunData, "memories">> & { readonly format: 1 };

export interface RunRow {
  workspace_id: WorkspaceId;
  run_id: RunId;
  workflow_id: WorkflowId;
  version_id: VersionId;
  contact_id: ContactId;
  conversation_id: ConversationId | null;
  state: Run["state"];
  step_id: StepId | null;
  visit_id: VisitId | null;
  data: RunData | RunDataFormat1;
  started_at: SqlMoment;
  ended_at: SqlMoment | null;
}

export interface VisitRow {
  workspace_id: WorkspaceId;
  run_id: RunId;
  number: number;
  visit_id: VisitId;
  step_id: StepId;
  entered_at: SqlMoment;
  left_at: SqlMoment | null;
  path: string | null;
  evidence: Visit["evidence"];
  problem: Visit["problem"];
}

export function toRun(row: RunRow): Run {
  const { format: _, ...data } = row.data.format === 1 ? upgrade(row, row.data) : row.data;
  return {
    ...data,
    id: row.run_id,
    workflowId: row.workflow_id,
    versionId: row.version_id,
    contactId: row.contact_id,
    conversationId: row.conversation_id,
    state: row.state,
    stepId: row.step_id,
    visitId: row.visit_id,
    startedAt: toMoment(row.started_at),
    endedAt: toMomentOrNull(row.ended_at),
  };
}

const upgrade = (row: RunRow, data: RunDataFormat1): RunData => ({
  ...data,
  format: 2,
  memories: data.memories ?? {},
  parentRunId: null,
  floorRunId: row.run_id,
  depth: 0,
  visitsBefore: 0,
  retryOfRunId: null,
  lastCall: null,
  expiresAt: toMoment(row.started_at) + limits.runLifetimeDays * day,
  answeredAt: null,
});

export function fromRun(workspaceId: WorkspaceId, run: Run): RunRow {
  return {
    workspace_id: workspaceId,
    run_id: run.id,
    workflow_id: run.workflowId,
    version_id: run.versionId,
    contact_id: run.contactId,
    conversation_id: run.conversationId,
    state: run.state,
    step_id: run.stepId,
    visit_id: run.visitId,
    data: {
      format: 2,
      isCustomerFacing: run.isCustomerFacing,
      wait: run.wait,
      visitState: run.visitState,
      variables: run.variables,
      memories: run.memories,
      triggerInputs: run.triggerInputs,
      visitCount: run.visitCount,
      effectCount: run.effectCount,
      language: run.language,
      heldEvents: run.heldEvents,
      startedByEventId: run.startedByEventId,
      outcome: run.outcome,
      problem: run.problem,
      parentRunId: run.parentRunId,
      floorRunId: run.floorRunId,
      depth: run.depth,
      visitsBefore: run.visitsBefore,
      retryOfRunId: run.retryOfRunId,
      lastCall: run.lastCall,
      expiresAt: run.expiresAt,
      answeredAt: run.answeredAt,
    },
    started_at: fromMoment(run.startedAt),
    ended_at: fromMomentOrNull(run.endedAt),
  };
}

export function toVisit(row: VisitRow): Visit {
  return {
    id: row.visit_id,
    runId: row.run_id,
    stepId: row.step_id,
    number: row.number,
    enteredAt: toMoment(row.entered_at),
    leftAt: toMomentOrNull(row.left_at),
    path: row.path,
    evidence: row.evidence,
    problem: row.problem,
  };
}

export function fromVisit(workspaceId: WorkspaceId, visit: Visit): VisitRow {
  return {
    workspace_id: workspaceId,
    run_id: visit.runId,
    number: visit.number,
    visit_id: visit.id,
    step_id: visit.stepId,
    entered_at: fromMoment(visit.enteredAt),
    left_at: fromMomentOrNull(visit.leftAt),
    path: visit.path,
    evidence: visit.evidence,
    problem: visit.problem,
  };
}
