import { BindingField, PanelSection, problemWithin } from "#browser/editing";
import type { Part } from "./part.ts";

/** What goes into the action, one field for each input of its schema. */
export const InputFields = ({ draft, action, problems, change }: Part) => {
  if (action === undefined || action.inputs.length === 0) return null;
  return (
    <PanelSection title="Inputs">
      {action.inputs.map((field) => (
        <BindingField
          key={`${action.name} ${field.name}`}
          field={field}
          binding={draft.input[field.name]}
          error={problemWithin(problems, "input", field.name)}
          onChange={(binding) => {
            const { [field.name]: _before, ...others } = draft.input;
            change({
              input: binding === undefined ? others : { ...others, [field.name]: binding },
            });
          }}
        />
      ))}
    </PanelSection>
  );
};
