import { Select } from "@mantine/core";
import { useMemo } from "react";

interface TimezoneSelectProps {
  readonly value: string | null;
  readonly onChange: (timezone: string | null) => void;
  readonly workspaceTimezone: string;
  readonly error?: string | undefined;
}

const ofWorkspace = "workspace";

/** Chooses a timezone, or the workspace's whichever that is. */
export const TimezoneSelect = ({
  value,
  onChange,
  workspaceTimezone,
  error,
}: TimezoneSelectProps) => {
  const data = useMemo(() => {
    const zones = ["UTC", ...Intl.supportedValuesOf("timeZone").filter((zone) => zone !== "UTC")];
    const all = value === null || zones.includes(value) ? zones : [value, ...zones];
    return [
      { value: ofWorkspace, label: `The workspace’s: ${inWords(workspaceTimezone)}` },
      ...all.map((zone) => ({ value: zone, label: inWords(zone) })),
    ];
  }, [value, workspaceTimezone]);
  return (
    <Select
      label="Time zone"
      data={data}
      searchable
      allowDeselect={false}
      limit={100}
      nothingFoundMessage="No such time zone"
      value={value ?? ofWorkspace}
      error={error}
      onChange={(chosen) => onChange(chosen === ofWorkspace ? null : chosen)}
    />
  );
};

const inWords = (zone: string): string => zone.replaceAll("_", " ");
