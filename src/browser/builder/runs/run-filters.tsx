import { useVersion, useVersions } from "#browser/data";
import { insightOutcomes } from "#contract";
import { runStates, toStepId } from "#core/domain";
import { runStateWords } from "#browser/graph";
import { stepCatalogue } from "#steps";
import { Button, Pill, Select } from "@mantine/core";
import { outputPathsOf } from "../document/graph-edits.ts";
import { stepName } from "../step-name.ts";
import { DayField } from "./day-field.tsx";
import { outcomeWords } from "./outcome-words.ts";
import { isNarrowed, noFilter, type RunAddress } from "./run-filter.ts";
import { SearchField } from "./search-field.tsx";

interface RunFiltersProps {
  readonly workflowId: string;
  readonly address: RunAddress;
  readonly onChange: (
    change: Partial<{ [Name in keyof RunAddress]: RunAddress[Name] | undefined }>,
  ) => void;
}

/** Narrows the list of runs; what is chosen stands in the address. */
export const RunFilters = ({ workflowId, address, onChange }: RunFiltersProps) => {
  const versions = useVersions(workflowId).data ?? [];
  const version = versions.find(({ number }) => number === address.version) ?? versions[0];
  const graph = useVersion(workflowId, version?.id ?? "").data?.graph;
  const steps = graph?.steps ?? [];
  const nameOf = (id: string) => {
    const step = steps.find((one) => one.id === id);
    return step === undefined ? id : stepName(step);
  };
  const pathOf = (stepId: string, path: string) =>
    (graph &&
      outputPathsOf(graph, toStepId(stepId), stepCatalogue).find(({ id }) => id === path)?.title) ??
    path.replaceAll("_", " ");
  const { left_step_id: leftStep, left_path: leftPath } = address;
  const knownStep =
    address.step_id === undefined || steps.some(({ id }) => id === address.step_id)
      ? []
      : [{ value: address.step_id, label: address.step_id }];
  return (
    <div className="builder-filters" role="search" aria-label="Narrow the list of runs">
      <SearchField
        label="Contact"
        value={address.search}
        onChange={(search) => onChange({ search })}
      />
      <Select
        size="xs"
        aria-label="State"
        placeholder="Any state"
        clearable
        data={runStates.map((value) => ({ value, label: runStateWords(value) }))}
        value={address.state ?? null}
        onChange={(value) => onChange({ state: runStates.find((one) => one === value) })}
      />
      <Select
        size="xs"
        aria-label="Outcome"
        placeholder="Any outcome"
        clearable
        data={insightOutcomes.map((value) => ({ value, label: outcomeWords[value] }))}
        value={address.outcome ?? null}
        onChange={(value) => onChange({ outcome: insightOutcomes.find((one) => one === value) })}
      />
      <Select
        size="xs"
        aria-label="Step where it stands or ended"
        placeholder="At any step"
        clearable
        searchable
        data={[
          ...knownStep,
          ...steps.map((step) => ({ value: String(step.id), label: stepName(step) })),
        ]}
        value={address.step_id ?? null}
        onChange={(value) => onChange({ step_id: value ?? undefined })}
      />
      <Select
        size="xs"
        aria-label="Version"
        placeholder="All versions"
        clearable
        data={versions.map(({ number }) => ({ value: String(number), label: `Version ${number}` }))}
        value={address.version === undefined ? null : String(address.version)}
        onChange={(value) => onChange({ version: value === null ? undefined : Number(value) })}
      />
      <Select
        size="xs"
        aria-label="Tests"
        placeholder="With tests"
        clearable
        data={[
          { value: "false", label: "Without tests" },
          { value: "true", label: "Only tests" },
        ]}
        value={address.is_test === undefined ? null : String(address.is_test)}
        onChange={(value) => onChange({ is_test: value === null ? undefined : value === "true" })}
      />
      <DayField
        label="Started from"
        lead="From"
        value={address.from}
        onChange={(from) => onChange({ from })}
      />
      <DayField
        label="Started until"
        lead="To"
        value={address.to}
        onChange={(to) => onChange({ to })}
      />
      {leftStep !== undefined && (
        <Pill
          withRemoveButton
          removeButtonProps={{
            "aria-label": "Show runs that left by any path",
            "aria-hidden": false,
            tabIndex: 0,
          }}
          onRemove={() => onChange({ left_step_id: undefined, left_path: undefined })}
        >
          Left “{nameOf(leftStep)}”{leftPath !== undefined && ` by “${pathOf(leftStep, leftPath)}”`}
        </Pill>
      )}
      {isNarrowed(address) && (
        <Button size="compact-xs" variant="subtle" onClick={() => onChange(noFilter)}>
          Show all
        </Button>
      )}
    </div>
  );
};
