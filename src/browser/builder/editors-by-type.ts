import type { Looks } from "#browser/graph";
import type { StepEditor } from "#steps/editors";
import { stepEditors } from "#steps/editors";
import type { TriggerEditor } from "#triggers/editors";
import { triggerEditors } from "#triggers/editors";

/** Editors by the type name a graph holds, which may be of a type nobody knows here. */
export const stepEditorsByType: ReadonlyMap<string, StepEditor> = new Map(
  Object.entries(stepEditors),
);
export const triggerEditorsByType: ReadonlyMap<string, TriggerEditor> = new Map(
  Object.entries(triggerEditors),
);

/** How every type is recognised on the canvas. */
export const looks: Looks = { steps: stepEditorsByType, triggers: triggerEditorsByType };
