import { TextInput } from "@mantine/core";

interface DayFieldProps {
  readonly label: string;
  /** What stands in the field before the day. */
  readonly lead: string;
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
}

/** A UTC day, or none. */
export const DayField = ({ label, lead, value = "", onChange }: DayFieldProps) => (
  <TextInput
    type="date"
    size="xs"
    leftSection={<span className="builder-muted">{lead}</span>}
    leftSectionWidth={44}
    aria-label={label}
    title={`${label}, in UTC`}
    value={value}
    onChange={(event) => {
      const day = event.currentTarget.value;
      onChange(day === "" ? undefined : day);
    }}
  />
);
