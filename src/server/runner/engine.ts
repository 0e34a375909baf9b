import type { Version } from "#core/domain";
import type {
  ActionCatalogue,
  CompiledVersion,
  HandleEvent,
  SettleAssignment,
  StepCatalogue,
  TriggerCatalogue,
} from "#core/engine";

/** What decides, given to the runner as an argument: it never names a step or a trigger. */
export interface Engine {
  readonly handleEvent: HandleEvent;
  readonly settleAssignment: SettleAssignment;
  /** Returns undefined for a version that this build cannot read. */
  readonly compileVersion: (version: Version) => CompiledVersion | undefined;
  readonly steps: StepCatalogue;
  readonly triggers: TriggerCatalogue;
  readonly actions: ActionCatalogue;
}
