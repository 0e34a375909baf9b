import type { Frequency } from "#core/domain";
import { NumberInput, Select } from "@mantine/core";

const words: Readonly<Record<Frequency["every"], string>> = {
  time: "Every time",
  session: "Once per session",
  days: "Once in a number of days",
  contact: "Once per contact, ever",
};

const toFrequency = (every: string | null, days: number): Frequency => {
  if (every === "days") return { every, days };
  return every === "session" || every === "contact" ? { every } : { every: "time" };
};

/** Edits how often the workflow may start for one contact. */
export const FrequencyField = ({
  value,
  onChange,
}: {
  value: Frequency;
  onChange: (value: Frequency) => void;
}) => {
  const days = value.every === "days" ? value.days : 7;
  return (
    <div className={value.every === "days" ? "editing-pair" : undefined}>
      <Select
        label="For one contact"
        allowDeselect={false}
        data={Object.entries(words).map(([every, label]) => ({ value: every, label }))}
        value={value.every}
        onChange={(every) => onChange(toFrequency(every, days))}
      />
      {value.every === "days" && (
        <NumberInput
          label="Days"
          min={1}
          max={365}
          clampBehavior="strict"
          allowDecimal={false}
          value={days}
          onChange={(typed) =>
            typeof typed === "number" && typed >= 1 && onChange({ every: "days", days: typed })
          }
        />
      )}
    </div>
  );
};
