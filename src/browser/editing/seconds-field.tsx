import type { DurationUnit } from "./duration-field.tsx";
import { DurationField } from "./duration-field.tsx";
import { useState } from "react";

const secondsIn = { minutes: 60, hours: 3_600, days: 86_400 } as const satisfies Record<
  DurationUnit,
  number
>;

/** The largest unit that says a number of seconds without a fraction. */
const toDuration = (seconds: number): { readonly amount: number; readonly unit: DurationUnit } => {
  const unit =
    seconds > 0 && seconds % secondsIn.days === 0
      ? "days"
      : seconds > 0 && seconds % secondsIn.hours === 0
        ? "hours"
        : "minutes";
  return { amount: Math.round(seconds / secondsIn[unit]), unit };
};

interface SecondsFieldProps {
  readonly label: string;
  readonly description?: string;
  readonly seconds: number;
  readonly onChange: (seconds: number) => void;
  readonly error?: string | undefined;
}

/** Edits a stretch of time that is saved in seconds; the chosen unit stays while the number says the same. */
export const SecondsField = ({ seconds, onChange, ...field }: SecondsFieldProps) => {
  const [unit, setUnit] = useState<DurationUnit>(() => toDuration(seconds).unit);
  const shown =
    seconds % secondsIn[unit] === 0
      ? { amount: seconds / secondsIn[unit], unit }
      : toDuration(seconds);
  return (
    <DurationField
      {...field}
      amount={shown.amount}
      unit={shown.unit}
      onChange={(amount, chosen) => {
        setUnit(chosen);
        onChange(amount * secondsIn[chosen]);
      }}
    />
  );
};
