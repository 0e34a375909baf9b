import {
  type ConfigEditorProps,
  Hint,
  PanelSection,
  problemAt,
  problemsWithin,
  problemWithin,
  useEditingWorld,
  VariableNames,
  VariablePairs,
} from "#browser/editing";
import { SegmentedControl, Select } from "@mantine/core";
import { IconSitemap } from "@tabler/icons-react";
import { z } from "zod";
import type { Names, StepEditor } from "../editor-contract.ts";

const draftSchema = z.object({
  workflow_id: z.string().catch(""),
  start_step_id: z.string().nullable().catch(null),
  mode: z.enum(["return", "hand_over"]).catch("return"),
  gives: z.enum(["all", "chosen", "none"]).catch("all"),
  given: z.array(z.string()).catch([]),
  outputs: z.array(z.object({ from: z.string(), to: z.string() })).catch([]),
});

const Panel = ({ config, problems, change }: ConfigEditorProps) => {
  const draft = draftSchema.parse(config);
  const { workflows, useSteps } = useEditingWorld();
  const steps = useSteps(draft.workflow_id);
  const choices = workflows.map(({ id, name, isLive }) => ({
    value: id,
    label: isLive ? name : `${name} (not published)`,
  }));
  return (
    <>
      <PanelSection>
        <Select
          label="Workflow to start"
          placeholder="Choose a workflow"
          nothingFoundMessage="No other workflow"
          searchable
          data={choices}
          value={draft.workflow_id === "" ? null : draft.workflow_id}
          error={problemAt(problems, "workflow_id")}
          onChange={(workflow_id) =>
            change({ workflow_id: workflow_id ?? "", start_step_id: null })
          }
        />
        <Select
          label="Begin at"
          placeholder="Its start"
          clearable
          data={steps.map(({ id, name }) => ({ value: id, label: name }))}
          value={draft.start_step_id}
          error={problemAt(problems, "start_step_id")}
          onChange={(start_step_id) => change({ start_step_id })}
        />
      </PanelSection>
      <PanelSection>
        <SegmentedControl
          aria-label="Then"
          fullWidth
          data={[
            { value: "return", label: "Come back" },
            { value: "hand_over", label: "Hand over for good" },
          ]}
          value={draft.mode}
          onChange={(mode) => change({ mode, outputs: [] })}
        />
        <Hint>
          {draft.mode === "return"
            ? "This run waits for the other workflow’s end and goes on after it."
            : "This run ends here; the other workflow goes on alone."}
        </Hint>
      </PanelSection>
      <PanelSection>
        <Select
          label="Variables that go in"
          allowDeselect={false}
          data={[
            { value: "all", label: "All" },
            { value: "chosen", label: "Chosen ones" },
            { value: "none", label: "None" },
          ]}
          value={draft.gives}
          onChange={(gives) => change({ gives: gives ?? "all", given: [] })}
        />
        {draft.gives === "chosen" && (
          <VariableNames
            label="Which ones"
            names={draft.given}
            error={problemWithin(problems, "given")}
            onChange={(given) => change({ given })}
          />
        )}
        {draft.mode === "return" && (
          <VariablePairs
            label="Variables that come back"
            pairs={draft.outputs}
            problems={problemsWithin(problems, "outputs")}
            onChange={(outputs) =>
              change({ outputs: outputs.map(({ from, to }) => ({ from, to })) })
            }
          />
        )}
      </PanelSection>
    </>
  );
};

/** Which workflow starts, and whether this one goes on after it. */
const describe = (config: ConfigEditorProps["config"], names: Names): string | null => {
  const { workflow_id, mode } = draftSchema.parse(config);
  if (workflow_id === "") return "Choose the workflow to start";
  const name = names.workflow(workflow_id) ?? "a workflow that is gone";
  return mode === "return" ? `Start ${name}, then come back` : `Hand over to ${name} for good`;
};

/** Edits which workflow is started, where, with what, and whether this one goes on. */
export const triggerWorkflowEditor: StepEditor = {
  icon: IconSitemap,
  hue: "violet",
  Panel,
  describe,
};
