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
  /** Every workflow of the workspace, this one included. */
  readonly workflows?: readonly CheckedWorkflow[];
  /** The workflow that the draft belongs to; null for one that has no place yet. */
  readonly workflowId?: WorkflowId | null;
}
