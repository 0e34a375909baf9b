import type { ConfigProblem } from "#core/engine";
import { Button, TagsInput } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useEditingWorld } from "../editing-world.ts";
import { FieldPair, ProblemText } from "../panel-text.tsx";
import { problemAt } from "../problem-at.ts";
import { RemovableItem } from "../removable-item.tsx";
import { toVariableName, VariableNameField } from "./variable-name-field.tsx";

interface VariableNamesProps {
  readonly label: string;
  readonly names: readonly string[];
  readonly error: string | undefined;
  readonly onChange: (names: readonly string[]) => void;
}

/** Chooses variables of the run by name, known ones offered. */
export const VariableNames = ({ label, names, error, onChange }: VariableNamesProps) => {
  const { variables } = useEditingWorld();
  const known = variables.map(({ path }) => path).filter((path) => !path.includes("."));
  return (
    <TagsInput
      label={label}
      placeholder={names.length === 0 ? "Choose or type names" : ""}
      data={known}
      value={[...names]}
      error={error}
      onChange={(typed) => onChange(typed.map(toVariableName).filter((name) => name !== ""))}
    />
  );
};

interface Pair {
  readonly from: string;
  readonly to: string;
}

interface VariablePairsProps {
  readonly label: string;
  readonly pairs: readonly Pair[];
  /** Counted from the list itself. */
  readonly problems: readonly ConfigProblem[];
  readonly onChange: (pairs: readonly Pair[]) => void;
}

/** Maps names over there to names here. */
export const VariablePairs = ({ label, pairs, problems, onChange }: VariablePairsProps) => {
  const change = (index: number, pair: Partial<Pair>) =>
    onChange(pairs.map((old, at) => (at === index ? { ...old, ...pair } : old)));
  return (
    <div>
      <p className="editing-label">{label}</p>
      {pairs.map(({ from, to }, index) => (
        <RemovableItem
          key={index}
          removeLabel="Remove this variable"
          onRemove={() => onChange(pairs.filter((_pair, at) => at !== index))}
        >
          <FieldPair>
            <VariableNameField
              label="Name there"
              value={from}
              error={problemAt(problems, index, "from")}
              onChange={(name) => change(index, { from: name })}
            />
            <VariableNameField
              label="Name here"
              value={to}
              error={problemAt(problems, index, "to")}
              onChange={(name) => change(index, { to: name })}
            />
          </FieldPair>
        </RemovableItem>
      ))}
      <Button
        variant="subtle"
        size="compact-sm"
        leftSection={<IconPlus size={14} />}
        onClick={() => onChange([...pairs, { from: "", to: "" }])}
      >
        Add a variable
      </Button>
      <ProblemText problem={problemAt(problems)} />
    </div>
  );
};
