import { type ConfigEditorProps, Hint, PanelSection, problemAt } from "#browser/editing";
import { NumberInput } from "@mantine/core";
import { IconCornerUpLeft } from "@tabler/icons-react";
import { z } from "zod";
import type { Around, Names, StepEditor } from "../editor-contract.ts";

const draftSchema = z.object({ max_jumps: z.number().catch(1) });

const Panel = ({ config, problems, change }: ConfigEditorProps) => {
  const { max_jumps } = draftSchema.parse(config);
  return (
    <PanelSection>
      <NumberInput
        label="Jump at most"
        description="Counted for this step within one run."
        suffix={max_jumps === 1 ? " time" : " times"}
        min={1}
        max={100}
        allowDecimal={false}
        allowNegative={false}
        value={max_jumps}
        error={problemAt(problems, "max_jumps")}
        onChange={(value) => change({ max_jumps: typeof value === "number" ? value : 0 })}
      />
      <Hint>
        Choose the step to go to under “Jump to”. When it has jumped as often as it may, the run
        goes on along “After the last jump”.
      </Hint>
    </PanelSection>
  );
};

/** Where it jumps and how often. */
const describe = (
  config: ConfigEditorProps["config"],
  _names: Names,
  { leadsTo }: Around,
): string | null => {
  const { max_jumps } = draftSchema.parse(config);
  const target = leadsTo("jump");
  return target === undefined
    ? "Choose where to jump"
    : `Jump to ${target}, ${max_jumps === 1 ? "once" : `at most ${max_jumps} times`}`;
};

/** Edits how often to jump; where to is the path's own line. */
export const jumpToStepEditor: StepEditor = {
  icon: IconCornerUpLeft,
  hue: "slate",
  Panel,
  describe,
};
