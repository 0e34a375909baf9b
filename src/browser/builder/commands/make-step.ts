import type { JsonObject, Step, StepId } from "#core/domain";
import type { StepType } from "#core/engine";

export interface NewStep {
  readonly id: StepId;
  readonly type: StepType;
  readonly position: Step["position"];
  readonly config?: JsonObject;
}

/** Makes the card that a palette entry stands for, with its type's first config and title as name. */
export const makeStep = ({ id, type, position, config }: NewStep): Step => ({
  id,
  type: type.type,
  name: type.title,
  config: config ?? type.initialConfig,
  position,
});
