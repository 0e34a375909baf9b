import type { DecisionBody, RunSummaryBody, VisitBody } from "#contract";
import type { Problem } from "#core/domain";
import type { NamedDecision, NamedRun, NamedVisit } from "#server/store";
import { presentMoment, presentMomentOrNull } from "./present-moment.ts";
import { displayName } from "./present-people.ts";

export function presentRun(named: NamedRun): RunSummaryBody {
  const { run } = named;
  return {
    id: run.id,
    workflow_id: run.workflowId,
    workflow_name: named.workflowName,
    version_id: run.versionId,
    version_number: named.versionNumber,
    contact_id: run.contactId,
    contact_display_name: displayName(named.contact),
    is_test: named.contact.isTest,
    conversation_id: run.conversationId,
    state: run.state,
    step_id: run.stepId,
    step_name: named.stepName,
    waiting_for: run.wait?.for ?? null,
    due_at: presentMomentOrNull(named.dueAt),
    held_events: run.heldEvents.length,
    outcome: run.outcome === null || run.outcome.kind === "stopped" ? null : run.outcome.kind,
    problem: presentProblem(run.problem),
    retry_of_run_id: run.retryOfRunId,
    goal_reached_at: presentMomentOrNull(named.goalReachedAt),
    started_at: presentMoment(run.startedAt),
    ended_at: presentMomentOrNull(run.endedAt),
  };
}

export function presentVisit(named: NamedVisit): VisitBody {
  const { visit } = named;
  return {
    id: visit.id,
    number: visit.number,
    step_id: visit.stepId,
    step_name: named.stepName,
    step_type: named.stepType,
    entered_at: presentMoment(visit.enteredAt),
    left_at: presentMomentOrNull(visit.leftAt),
    path: visit.path,
    evidence: [...visit.evidence],
    problem: presentProblem(visit.problem),
  };
}

export function presentDecision({ decision, contact }: NamedDecision): DecisionBody {
  return {
    event_id: decision.eventId,
    workflow_id: decision.workflowId,
    contact_id: decision.contactId,
    contact_display_name: displayName(contact),
    conversation_id: decision.conversationId,
    result: decision.result,
    run_id: decision.runId,
    reason: decision.reason,
    evidence: decision.evidence,
    decided_at: presentMoment(decision.decidedAt),
  };
}

function presentProblem(problem: Problem | null): RunSummaryBody["problem"] {
  if (problem === null) return null;
  const { code, message, details } = problem;
  return { code, message, ...(details === undefined ? {} : { details }) };
}
