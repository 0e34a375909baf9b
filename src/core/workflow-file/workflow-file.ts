import type { Graph } from "#core/domain";

/** A record that a config points at by id, with the name it had where the file was written. */
export interface FileReference {
  readonly id: string;
  /** `member`, `team`, `workflow`, `schedule`…: whatever a config can point at. */
  readonly kind: string;
  readonly name: string;
}

/** All that a workflow file says. */
export interface WorkflowFile {
  readonly name: string;
  readonly graph: Graph;
  /** Lets another workspace find by name what it does not know by id. */
  readonly references: readonly FileReference[];
}

/** Something in a workflow file that a person should look at; lines and columns count from 1. */
export interface FileProblem {
  readonly line: number;
  readonly column: number;
  /** Where in the file's own words: `steps.ask.config.text`; empty for the whole. */
  readonly where: string;
  readonly message: string;
}
