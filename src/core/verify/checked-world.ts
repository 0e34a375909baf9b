import type { Channel, Graph, Moment, WorkflowId } from "#core/domain";
import type { ActionCatalogue } from "#core/engine";

/** A workflow of the workspace as the checks see it. */
export interface CheckedWorkflow {
  readonly id: WorkflowId;
  readonly name: string;
  /** 0 is tried first. */
  readonly priority: number;
  /** Of its live version; null when it has none. */
  readonly graph: Graph | null;
}

/** An integration as the checks see it. */
interface CheckedIntegration {
  readonly title: string;
  /** refused: it was connected, and the other system does not accept the credential any more. */
  readonly state: "connected" | "refused" | "disconnected";
}

/** What a draft may point at and what stands beside it. A list left out is not known, and nothing is said about it. */
export interface CheckedWorld {
  readonly members?: ReadonlySet<string>;
  readonly teams?: ReadonlySet<string>;
  readonly schedules?: ReadonlySet<string>;
  readonly aiAgents?: ReadonlySet<string>;
  /** Channels that the workspace uses. */
  readonly channels?: ReadonlySet<Channel>;
  readonly now?: Moment;
  /** The ISO day that `now` is in the workspace's timezone. */
  readonly today?: string;
  /** What integrations can do, by name with version. */
  readonly actions?: ActionCatalogue;
  /** Integrations that have to be connected, by the first part of their actions' names. */
  readonly integrations?: ReadonlyMap<string, CheckedIntegration>;
  /** Every workflow of the workspace, this one included. */
  readonly workflows?: readonly CheckedWorkflow[];
  /** The workflow that the draft belongs to; null for one that has no place yet. */
  readonly workflowId?: WorkflowId | null;
}
