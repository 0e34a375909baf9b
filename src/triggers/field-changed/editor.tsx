import { type ConfigEditorProps, FieldPair, PanelSection, problemWithin } from "#browser/editing";
import { Select, TextInput } from "@mantine/core";
import { IconPencil } from "@tabler/icons-react";
import { z } from "zod";
import type { TriggerEditor } from "../editor-contract.ts";

const kindSchema = z.enum(["anything", "empty", "value"]);
const valueSchema = z
  .object({
    is: kindSchema.catch("anything"),
    value: z.union([z.string(), z.number(), z.boolean()]).catch(""),
  })
  .catch({ is: "anything", value: "" });
const draftSchema = z.object({
  field: z.string().catch(""),
  from: valueSchema,
  to: valueSchema,
});
type Value = z.infer<typeof valueSchema>;

const Panel = ({ config, problems, change }: ConfigEditorProps) => {
  const draft = draftSchema.parse(config);
  return (
    <PanelSection>
      <TextInput
        label="Field of the contact"
        placeholder="custom.plan"
        spellCheck={false}
        classNames={{ input: "editing-mono" }}
        value={draft.field}
        error={problemWithin(problems, "field")}
        onChange={(event) => change({ field: event.currentTarget.value })}
      />
      <ValueField
        label="From"
        value={draft.from}
        error={problemWithin(problems, "from")}
        onChange={(from) => change({ from })}
      />
      <ValueField
        label="To"
        value={draft.to}
        error={problemWithin(problems, "to")}
        onChange={(to) => change({ to })}
      />
    </PanelSection>
  );
};

interface ValueFieldProps {
  readonly label: string;
  readonly value: Value;
  readonly error: string | undefined;
  readonly onChange: (value: Readonly<Record<string, unknown>>) => void;
}

const ValueField = ({ label, value, error, onChange }: ValueFieldProps) => (
  <FieldPair>
    <Select
      label={label}
      allowDeselect={false}
      data={[
        { value: "anything", label: "Anything" },
        { value: "empty", label: "Nothing" },
        { value: "value", label: "This value" },
      ]}
      value={value.is}
      error={value.is === "value" ? undefined : error}
      onChange={(is) => onChange(is === "value" ? { is, value: "" } : { is })}
    />
    {value.is === "value" && (
      <TextInput
        label="Value"
        value={String(value.value)}
        error={error}
        onChange={(event) => onChange({ is: "value", value: event.currentTarget.value })}
      />
    )}
  </FieldPair>
);

/** Edits which change of which field starts the workflow. */
export const fieldChangedEditor: TriggerEditor = { icon: IconPencil, hue: "violet", Panel };
