import type { RunDetailBody } from "#contract";
import type { Graph, Run, Visit } from "#core/domain";
import { type SimulationState } from "#core/simulate";

const toIso = (moment: number): string => new Date(moment).toISOString();

/** Tells a simulated run as the server tells one, so that it is drawn and read like any other. */
export function toRunDetail(
  { visits, contact }: SimulationState,
  run: Run,
  workflow: { readonly name: string; readonly graph: Graph },
): RunDetailBody {
  const stepOf = (id: string | null) => workflow.graph.steps.find((step) => step.id === id);
  const dueAt = run.wait?.timers.map((timer) => timer.dueAt) ?? [];
  return {
    run: {
      id: run.id,
      workflow_id: run.workflowId,
      workflow_name: workflow.name,
      version_id: run.versionId,
      version_number: 1,
      contact_id: run.contactId,
      contact_display_name: contact.name ?? contact.email ?? "Visitor",
      is_test: true,
      conversation_id: run.conversationId,
      state: run.state,
      step_id: run.stepId,
      step_name: stepOf(run.stepId)?.name ?? null,
      waiting_for: run.wait?.for ?? null,
      due_at: dueAt.length === 0 ? null : toIso(Math.min(...dueAt)),
      held_events: run.heldEvents.length,
      outcome: run.outcome?.kind ?? null,
      problem: toProblem(run.problem),
      retry_of_run_id: run.retryOfRunId,
      // Whether a goal was reached is counted after the run, and here nothing is counted.
      goal_reached_at: null,
      started_at: toIso(run.startedAt),
      ended_at: run.endedAt === null ? null : toIso(run.endedAt),
    },
    visits: visits
      .filter(({ runId }) => runId === run.id)
      .map((visit) => ({
        id: visit.id,
        number: visit.number,
        step_id: visit.stepId,
        step_name: stepOf(visit.stepId)?.name ?? "",
        step_type: stepOf(visit.stepId)?.type ?? "",
        entered_at: toIso(visit.enteredAt),
        left_at: visit.leftAt === null ? null : toIso(visit.leftAt),
        path: visit.path,
        evidence: [...visit.evidence],
        problem: toProblem(visit.problem),
      })),
    variables: run.variables,
  };
}

const toProblem = (problem: Visit["problem"]): RunDetailBody["run"]["problem"] =>
  problem === null
    ? null
    : {
        code: problem.code,
        message: problem.message,
        ...(problem.details === undefined ? {} : { details: problem.details }),
      };
