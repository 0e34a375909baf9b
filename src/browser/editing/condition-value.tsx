import type { Condition, Json } from "#core/domain";
import { operatorsWithoutValue } from "#core/domain";
import { MultiSelect, Select, TagsInput, TextInput } from "@mantine/core";
import type { VariableOption } from "./editing-world.ts";

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

/** Edits the right side of a condition in the form its operator needs. */
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
        <TextInput
          aria-label="Lowest value"
          placeholder="from"
          value={low}
          error={error}
          onChange={(event) => onChange([event.currentTarget.value, high])}
        />
        <span>and</span>
        <TextInput
          aria-label="Highest value"
          placeholder="to"
          value={high}
          error={error !== undefined}
          onChange={(event) => onChange([low, event.currentTarget.value])}
        />
      </div>
    );
  }
  if (variable?.choices !== undefined && (operator === "equals" || operator === "not_equals")) {
    return (
      <Select
        aria-label="Value"
        placeholder="Choose"
        data={[...variable.choices]}
        value={asText(value) === "" ? null : asText(value)}
        error={error}
        onChange={(chosen) => chosen !== null && onChange(chosen)}
      />
    );
  }
  const placeholder =
    operator === "before" || operator === "after"
      ? "2026-12-31"
      : operator === "matches_pattern"
        ? "^SB-[0-9]+$"
        : operator === "is_about"
          ? "a refund or a return"
          : "Value";
  return (
    <TextInput
      aria-label="Value"
      placeholder={placeholder}
      value={asText(value)}
      error={error}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
};

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
