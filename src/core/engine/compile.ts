import type {
  AiAgentOption,
  ConditionGroup,
  Frequency,
  Goal,
  GraphTrigger,
  Moment,
  StepId,
  VersionId,
  WorkflowId,
} from "#core/domain";
import type { BoundStep } from "./step-contract.ts";
import type { BoundTrigger } from "./trigger-contract.ts";

/** A version ready to run: every config parsed, every edge a lookup. Made once per version and never changed. */
export interface CompiledVersion {
  readonly id: VersionId;
  readonly workflowId: WorkflowId;
  readonly number: number;
  readonly trigger: BoundTrigger;
  readonly conditions: ConditionGroup;
  readonly frequency: Frequency;
  readonly onTakeover: GraphTrigger["on_takeover"];
  /** Between these it may start; null for no bound. The first moment is inside, the last outside. */
  readonly activeFrom: Moment | null;
  readonly activeUntil: Moment | null;
  readonly aiAgent: AiAgentOption;
  readonly goal: Goal | null;
  /** Some step of it can speak. */
  readonly speaks: boolean;
  /** Workflows that steps of it start; one that can speak makes this one customer-facing too. */
  readonly startsWorkflows: readonly WorkflowId[];
  readonly firstStepId: StepId | null;
  readonly step: (id: StepId) => BoundStep | undefined;
  /** Whether "end silently" was chosen on a path that leads nowhere. */
  readonly endsSilently: (id: StepId, path: string) => boolean;
  /** Where a path leads; null ends the run there. */
  readonly target: (id: StepId, path: string) => StepId | null;
}
