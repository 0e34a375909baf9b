import type { Graph, Member, Team, WorkflowId, Workspace } from "#core/domain";
import type { ActionCatalogue, StepCatalogue, TriggerCatalogue } from "#core/engine";

/** A workflow with the graph that is played of it. */
export interface SimulatedWorkflow {
  readonly id: WorkflowId;
  readonly name: string;
  readonly graph: Graph;
}

/** The workspace that a workflow is simulated in: as it is, but that everybody begins online and with nothing to do. */
export interface SimulatedWorld {
  readonly workspace: Workspace;
  readonly members: readonly Member[];
  readonly teams: readonly Team[];
  readonly steps: StepCatalogue;
  readonly triggers: TriggerCatalogue;
  readonly actions: ActionCatalogue;
  /** The one under test; it alone starts by itself. */
  readonly workflow: SimulatedWorkflow;
  /** Those that it may start, directly or through one of them. */
  readonly called: readonly SimulatedWorkflow[];
}
