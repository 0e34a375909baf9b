import type { Graph } from "./graph.ts";
import type { VersionId, WorkflowId } from "./ids.ts";

/** An immutable, numbered, published copy of a graph. */
export interface Version {
  readonly id: VersionId;
  readonly workflowId: WorkflowId;
  readonly number: number;
  readonly graph: Graph;
}

/** A workflow with a live version, as matching sees it. Priority 0 is tried first. */
export interface LiveWorkflow {
  readonly workflowId: WorkflowId;
  readonly name: string;
  readonly priority: number;
  readonly version: Version;
}
