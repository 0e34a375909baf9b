import type { Condition, Json } from "#core/domain";
import { operatorsWithoutValue } from "#core/domain";
import { MultiSelect, Select, TagsInput, TextInput } from "@mantine/core";
import { TemplateField } from "../templates/template-field.tsx";
import type { ValueKind, VariableOption } from "../variables/variable-option.ts";

interface ConditionValueProps {
  readonly condition: Condition;
  readonly variable: VariableOption | undefined;
  readonly onChange: (value: Json) => void;
  readonly error?: string | undefined;
}

const asText = (value: Json | undefined) =>
  typeof value === "string" || typeof value === "number" || typeof value === "boolean"
    ? String(value)
    : "";
const asTexts = (value: Json | undefined) =>
  Array.isArray(value)
    ? value.map(asText)
    : value === undefined || value === ""
      ? []
      : [asText(value)];

/** The value a new operator starts with, keeping what was typed where it still makes sense. */
export const valueFor = (
  operator: Condition["operator"],
  value: Json | undefined,
): Json | undefined => {
  if (operatorsWithoutValue.includes(operator)) return undefined;
  if (operator === "has_any_of" || operator === "has_all_of")
    return asTexts(value).filter((text) => text !== "");
  if (operator === "between") return [asTexts(value)[0] ?? "", asTexts(value)[1] ?? ""];
  return asTexts(value)[0] ?? "";
};

/** Edits the right side of a condition in the form its operator and the kind of the left side need. */
export const ConditionValue = ({ condition, variable, onChange, error }: ConditionValueProps) => {
  const { operator, value } = condition;
  if (operatorsWithoutValue.includes(operator)) return null;
  if (operator === "has_any_of" || operator === "has_all_of")
    return (
      <ManyValues variable={variable} value={asTexts(value)} onChange={onChange} error={error} />
    );
  if (operator === "between") {
    const [low = "", high = ""] = asTexts(value);
    return (
      <div className="editing-between">
        <OneValue
          label="Lowest value"
          placeholder="from"
          variable={variable}
          value={low}
          error={error}
          onChange={(changed) => onChange([changed, high])}
        />
        <span>and</span>
        <OneValue
          label="Highest value"
          placeholder="to"
          variable={variable}
          value={high}
          error={error !== undefined}
          onChange={(changed) => onChange([low, changed])}
        />
      </div>
    );
  }
  if (operator === "matches_pattern" || operator === "is_about")
    return (
      <TextInput
        aria-label="Value"
        placeholder={operator === "is_about" ? "a refund or a return" : "^SB-[0-9]+$"}
        value={asText(value)}
        error={error}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    );
  return (
    <OneValue
      label="Value"
      placeholder="Value"
      variable={variable}
      // A date is compared as one, whatever is known of the left side.
      {...(operator === "before" || operator === "after" ? { kind: "date" } : {})}
      value={asText(value)}
      error={error}
      onChange={onChange}
    />
  );
};

interface OneValueProps {
  readonly label: string;
  readonly placeholder: string;
  readonly variable: VariableOption | undefined;
  readonly kind?: ValueKind;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error?: string | boolean | undefined;
}

/** One value by its kind: a choice by its label, yes or no, a day, a number with what it counts, else a text that may hold variables. */
const OneValue = ({
  label,
  placeholder,
  variable,
  value,
  onChange,
  error,
  ...more
}: OneValueProps) => {
  const kind = more.kind ?? variable?.kind ?? "any";
  const choices = variable?.choices ?? (kind === "boolean" ? yesAndNo : undefined);
  const common = { "aria-label": label, value, error };
  if (choices !== undefined && !value.includes("{{"))
    return (
      <Select
        {...common}
        placeholder="Choose"
        data={withUnknown(choices, value)}
        value={value === "" ? null : value}
        onChange={(chosen) => chosen !== null && onChange(chosen)}
      />
    );
  if (kind === "date" && (value === "" || /^\d{4}-\d{2}-\d{2}$/.test(value)))
    return (
      <TextInput
        {...common}
        type="date"
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    );
  if (kind === "number" && !value.includes("{{"))
    return (
      <TextInput
        {...common}
        inputMode="decimal"
        placeholder={placeholder === "Value" ? "0" : placeholder}
        rightSection={variable?.unit}
        rightSectionWidth={variable?.unit === undefined ? 0 : 56}
        rightSectionPointerEvents="none"
        classNames={{ section: "editing-unit" }}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    );
  return (
    <TemplateField
      label={label}
      isLabelHidden
      isOneLine
      mayBeMissing
      placeholder={placeholder}
      value={value}
      error={typeof error === "string" ? error : undefined}
      onChange={onChange}
    />
  );
};

const yesAndNo = [
  { value: "true", label: "Yes" },
  { value: "false", label: "No" },
];

/** The choices, and a value that is none of them as itself: it was saved before the choices changed. */
const withUnknown = (choices: NonNullable<VariableOption["choices"]>, value: string) =>
  value === "" || choices.some((choice) => choice.value === value)
    ? [...choices]
    : [...choices, { value, label: `${value} (no longer a choice)` }];

const ManyValues = ({
  variable,
  value,
  onChange,
  error,
}: {
  variable: VariableOption | undefined;
  value: string[];
  onChange: (value: Json) => void;
  error?: string | undefined;
}) =>
  variable?.choices !== undefined ? (
    <MultiSelect
      aria-label="Values"
      placeholder={value.length === 0 ? "Choose" : ""}
      data={[...variable.choices]}
      value={value}
      error={error}
      onChange={onChange}
    />
  ) : (
    <TagsInput
      aria-label="Values"
      placeholder={value.length === 0 ? "Type and press Enter" : ""}
      value={value}
      error={error}
      onChange={onChange}
      acceptValueOnBlur
    />
  );
