import { Select } from "@mantine/core";
import { useState } from "react";
import { useEditingWorld } from "../editing-world.ts";

interface VariableSelectProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (path: string) => void;
  readonly error?: string | undefined;
}

/** Chooses a variable by its title; any other path can be typed, such as `lookup.order.status`. */
export const VariableSelect = ({ label, value, onChange, error }: VariableSelectProps) => {
  const { variables } = useEditingWorld();
  const [search, setSearch] = useState("");
  const groups = [...new Set(variables.map(({ group }) => group))];
  const data = groups.map((group) => ({
    group,
    items: variables
      .filter((variable) => variable.group === group)
      .map(({ path, title }) => ({ value: path, label: title })),
  }));
  const isKnown = (path: string) => variables.some((variable) => variable.path === path);
  const others = [value, search.trim()].filter(
    (path, index, all) =>
      /^[a-z][\w.]*$/.test(path) && !isKnown(path) && all.indexOf(path) === index,
  );
  return (
    <Select
      aria-label={label}
      placeholder="What to compare"
      searchable
      data={
        others.length === 0
          ? data
          : [
              ...data,
              { group: "Other", items: others.map((path) => ({ value: path, label: path })) },
            ]
      }
      value={value === "" ? null : value}
      searchValue={search}
      onSearchChange={setSearch}
      onChange={(chosen) => onChange(chosen ?? "")}
      error={error}
      maxDropdownHeight={320}
      nothingFoundMessage="Type a path such as order.status"
    />
  );
};
