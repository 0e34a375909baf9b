import type { VersionBody, WorkflowBody } from "#contract";
import type { Graph } from "#core/domain";
import type { ReactNode } from "react";
import type { Finding } from "../findings/finding.ts";
import type { Builder } from "../use-builder.ts";

/** A draft that may be published, and what the editor does for it. */
export interface Publishable {
  readonly workflow: WorkflowBody;
  readonly builder: Builder;
  readonly findings: readonly Finding[];
  /** The findings are not those of the newest draft yet. */
  readonly isChecking: boolean;
  /** Brings the newest draft to the server; false when that did not work. */
  readonly flush: () => Promise<boolean>;
  /** Leads to a finding's card on the canvas, and along the way that shows it. */
  readonly onFinding: (finding: Finding) => void;
  readonly onRefused: (findings: readonly Finding[]) => void;
  /** What the workflow's tests say of this draft. */
  readonly tests?: ReactNode;
}

/** A version with its graph, to go back to; null when none was live before. */
export type Replaced = { readonly version: VersionBody; readonly graph: Graph } | null;
