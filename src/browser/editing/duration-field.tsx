import { Input, NumberInput, Select } from "@mantine/core";

export const durationUnits = ["minutes", "hours", "days"] as const;
export type DurationUnit = (typeof durationUnits)[number];

interface DurationFieldProps {
  readonly label: string;
  readonly description?: string;
  readonly amount: number;
  readonly unit: DurationUnit;
  readonly onChange: (amount: number, unit: DurationUnit) => void;
  readonly error?: string | undefined;
}

const toUnit = (value: string | null): DurationUnit =>
  durationUnits.find((unit) => unit === value) ?? "minutes";

/** Edits a stretch of time as an amount and a unit. */
export const DurationField = ({
  label,
  description,
  amount,
  unit,
  onChange,
  error,
}: DurationFieldProps) => (
  <Input.Wrapper label={label} description={description} error={error} labelElement="div">
    <div className="editing-pair">
      <NumberInput
        aria-label={`${label}: how many`}
        min={1}
        allowDecimal={false}
        allowNegative={false}
        value={Number.isFinite(amount) ? amount : ""}
        error={error !== undefined}
        onChange={(value) => onChange(typeof value === "number" ? value : 0, unit)}
      />
      <Select
        aria-label={`${label}: unit`}
        data={[...durationUnits]}
        value={unit}
        allowDeselect={false}
        onChange={(value) => onChange(amount, toUnit(value))}
      />
    </div>
  </Input.Wrapper>
);
