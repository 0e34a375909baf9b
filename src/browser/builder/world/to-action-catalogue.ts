import type { ActionBody } from "#contract";
import type { ActionCatalogue, ActionType } from "#core/engine";

/** Makes the catalogue that the checks read out of what the server tells: nothing in it can be run here. */
export const toActionCatalogue = (actions: readonly ActionBody[]): ActionCatalogue =>
  new Map(actions.map((action) => [action.name, toActionType(action)]));

const toActionType = (action: ActionBody): ActionType => ({
  name: action.name,
  integration: action.integration,
  title: action.title,
  description: action.description,
  inputs: action.inputs.map(toField),
  outputs: action.outputs.map(toField),
  isRepeatable: action.is_repeatable,
  confirms: action.confirms,
  speaks: action.speaks,
  amount:
    action.amount === null
      ? null
      : { input: action.amount.input, currencyInput: action.amount.currency_input },
  perform: null,
});

const toField = ({
  name,
  title,
  type,
  is_required,
  values,
  names,
}: ActionBody["inputs"][number]): ActionType["inputs"][number] => ({
  name,
  title,
  type,
  isRequired: is_required,
  ...(values === null ? {} : { values }),
  ...(names === null ? {} : { names }),
});
