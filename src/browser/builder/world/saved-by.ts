import type { EditingWorld, GivenValue } from "#browser/editing";
import type { Step } from "#core/domain";
import { stepEditorsByType } from "../editors-by-type.ts";

type Actions = EditingWorld["actions"];

/** Configs are never mutated, so each is read once however often it is asked for. */
const known = new WeakMap<
  Step["config"],
  { readonly type: string; readonly actions: Actions; readonly values: readonly GivenValue[] }
>();

/** What a step says of the values it saves. */
export const savedBy = ({ type, config }: Step, actions: Actions): readonly GivenValue[] => {
  const read = known.get(config);
  if (read !== undefined && read.actions === actions && read.type === type) return read.values;
  const values = stepEditorsByType.get(type)?.saves?.(config, actions) ?? [];
  known.set(config, { type, actions, values });
  return values;
};
