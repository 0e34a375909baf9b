import type { ActionBody, ActionFieldBody } from "#contract";
import type { ActionField, ActionType } from "#core/engine";

/** Shows an action as data: what it takes and answers, never how it works. */
export function presentAction(action: ActionType): ActionBody {
  const { name, integration, title, description, amount } = action;
  return {
    name,
    integration,
    title,
    description,
    inputs: action.inputs.map(presentField),
    outputs: action.outputs.map(presentField),
    is_repeatable: action.isRepeatable,
    confirms: action.confirms,
    speaks: action.speaks ?? false,
    is_inside: action.perform !== null,
    amount: amount === null ? null : { input: amount.input, currency_input: amount.currencyInput },
  };
}

function presentField({
  name,
  title,
  type,
  isRequired,
  values,
  names,
}: ActionField): ActionFieldBody {
  return {
    name,
    title,
    type,
    is_required: isRequired,
    values: values === undefined ? null : [...values],
    names: names ?? null,
  };
}
