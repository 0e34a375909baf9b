import type { ActionBody } from "#contract";
import { Select } from "@mantine/core";
import { useState } from "react";
import { useEditingWorld } from "../editing-world.ts";

const toTitle = (integration: string) =>
  integration.replaceAll("_", " ").replace(/^./, (first) => first.toUpperCase());

interface ActionPickerProps {
  readonly value: string;
  readonly onChange: (action: ActionBody) => void;
  readonly error?: string | undefined;
}

/** Chooses an integration, then one of its actions. */
export const ActionPicker = ({ value, onChange, error }: ActionPickerProps) => {
  const { actions } = useEditingWorld();
  const known = actions ?? [];
  const integrations = [...new Set(known.map(({ integration }) => integration))];
  const chosen = value.split(".")[0] ?? "";
  const [picked, setPicked] = useState<string | null>(null);
  const integration = picked ?? (chosen === "" ? integrations[0] : chosen) ?? null;
  const offered = known.filter((action) => action.integration === integration);
  const isGone = value !== "" && actions !== null && !known.some(({ name }) => name === value);
  return (
    <>
      <Select
        label="Integration"
        data={[...new Set([...integrations, ...(chosen === "" ? [] : [chosen])])].map((name) => ({
          value: name,
          label: toTitle(name),
        }))}
        value={integration}
        onChange={setPicked}
        allowDeselect={false}
        disabled={actions === null}
      />
      <Select
        label="Action"
        placeholder={actions === null ? "Loading…" : "Choose an action"}
        description={known.find(({ name }) => name === value)?.description}
        data={[
          ...offered.map(({ name, title }) => ({ value: name, label: title })),
          ...(isGone ? [{ value, label: `${value} (no longer there)` }] : []),
        ]}
        value={value === "" ? null : value}
        error={error}
        searchable
        onChange={(name) => {
          const action = known.find((each) => each.name === name);
          if (action !== undefined) onChange(action);
        }}
      />
    </>
  );
};
