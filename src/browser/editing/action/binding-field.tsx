import type { ActionFieldBody } from "#contract";
import { SegmentedControl, Select, TextInput } from "@mantine/core";
import { TemplateField } from "../templates/template-field.tsx";
import { VariableSelect } from "../variables/variable-select.tsx";
import { type DraftBinding, type BindingKind, toKind, toLiteral } from "./draft-binding.ts";

interface BindingFieldProps {
  readonly field: ActionFieldBody;
  readonly binding: DraftBinding | undefined;
  /** Undefined takes the input away. */
  readonly onChange: (binding: DraftBinding | undefined) => void;
  readonly error?: string | undefined;
}

const kinds: readonly { readonly value: BindingKind; readonly label: string }[] = [
  { value: "literal", label: "Value" },
  { value: "template", label: "Text" },
  { value: "variable", label: "Variable" },
];

/** Says where the value of one input comes from. What names something is written as it is. */
export const BindingField = ({ field, binding, onChange, error }: BindingFieldProps) => {
  const kind = field.names === null ? toKind(binding, field) : "literal";
  const offered = kinds.filter(
    ({ value }) => value !== "template" || (field.type !== "list" && field.type !== "object"),
  );
  const label = field.is_required ? field.title : `${field.title} (optional)`;
  return (
    <div className="editing-binding">
      <Value field={field} label={label} kind={kind} {...{ binding, onChange, error }} />
      {field.names === null && (
        <SegmentedControl
          size="xs"
          aria-label={`Where ${field.title} comes from`}
          data={[...offered]}
          value={kind}
          onChange={(chosen) => onChange(emptyOf(chosen))}
        />
      )}
    </div>
  );
};

const emptyOf = (kind: string): DraftBinding =>
  kind === "template" ? { template: "" } : kind === "variable" ? { variable: "" } : { literal: "" };

const Value = ({
  field,
  label,
  kind,
  binding,
  onChange,
  error,
}: BindingFieldProps & { readonly label: string; readonly kind: BindingKind }) => {
  if (kind === "template")
    return (
      <TemplateField
        label={label}
        value={binding?.template ?? ""}
        error={error}
        onChange={(template) => onChange({ template })}
      />
    );
  if (kind === "variable")
    return (
      <div>
        <p className="editing-label">{label}</p>
        <VariableSelect
          label={label}
          value={binding?.variable ?? ""}
          error={error}
          onChange={(variable) => onChange({ variable })}
        />
      </div>
    );
  const literal = binding?.literal;
  const text =
    typeof literal === "string" ? literal : literal == null ? "" : JSON.stringify(literal);
  const values = field.values ?? (field.type === "boolean" ? ["true", "false"] : null);
  if (values !== null)
    return (
      <Select
        label={label}
        data={[...values]}
        value={text === "" ? null : text}
        error={error}
        clearable={!field.is_required}
        onChange={(chosen) =>
          onChange(chosen === null ? undefined : { literal: toLiteral(field.type, chosen) })
        }
      />
    );
  return (
    <TextInput
      label={label}
      placeholder={placeholders[field.type]}
      value={text}
      error={error}
      onChange={(event) => {
        const typed = event.currentTarget.value;
        onChange(
          typed === "" && !field.is_required
            ? undefined
            : { literal: toLiteral(field.type, typed) },
        );
      }}
    />
  );
};

const placeholders: Partial<Record<ActionFieldBody["type"], string>> = {
  number: "12.50",
  date: "2026-03-02",
  datetime: "2026-03-02T10:00",
  list: '["one", "two"]',
  object: '{ "name": "value" }',
};
