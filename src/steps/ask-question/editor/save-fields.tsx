import { OptionalPath, PanelSection, problemAt, VariableNameField } from "#browser/editing";
import { Select } from "@mantine/core";
import type { Part } from "./draft.ts";

const custom = "custom.";
const contactFields = [
  { value: "name", label: "Name" },
  { value: "email", label: "E-mail" },
  { value: "phone", label: "Phone" },
  { value: custom, label: "A custom field…" },
];

/** Where the answer goes, and whether a known field skips the question. */
export const SaveFields = ({ draft, problems, change }: Part) => {
  const { variable, contact_field: field } = draft.save_to;
  const isCustom = field?.startsWith(custom) === true;
  const save = (name: string | undefined, contactField: string | undefined) =>
    change({
      save_to: {
        ...(name === undefined || name === "" ? {} : { variable: name }),
        ...(contactField === undefined ? {} : { contact_field: contactField }),
      },
      ...(contactField === undefined ? { skip_when_known: false } : {}),
    });
  return (
    <PanelSection title="Save the answer">
      <VariableNameField
        label="As a variable"
        placeholder="order_number"
        description={
          variable === undefined || variable === ""
            ? "Later steps can read it by this name."
            : `Later steps read it as {{ ${variable} }}.`
        }
        value={variable ?? ""}
        error={problemAt(problems, "save_to", "variable")}
        onChange={(name) => save(name, field)}
      />
      <Select
        label="In a contact field"
        placeholder="Not saved to the contact"
        clearable
        data={contactFields}
        value={isCustom ? custom : (field ?? null)}
        error={isCustom ? undefined : problemAt(problems, "save_to", "contact_field")}
        onChange={(chosen) => save(variable, chosen ?? undefined)}
      />
      {isCustom && (
        <VariableNameField
          label="Custom field"
          placeholder="plan"
          value={field.slice(custom.length)}
          error={problemAt(problems, "save_to", "contact_field")}
          onChange={(name) => save(variable, `${custom}${name}`)}
        />
      )}
      {field !== undefined && (
        <OptionalPath
          label="Skip when it is known"
          description="Goes on at once when the contact already has this field."
          isOn={draft.skip_when_known}
          onChange={(skip_when_known) => change({ skip_when_known })}
        />
      )}
    </PanelSection>
  );
};
