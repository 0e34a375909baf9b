import {
  ConditionEditor,
  conditionsInWords,
  type ConfigEditorProps,
  Hint,
  OrderActions,
  PanelSection,
  ProblemText,
  problemAt,
  problemsWithin,
  readConditions,
  SortHandle,
  useEditingWorld,
  useSortable,
} from "#browser/editing";
import { limits } from "#core/domain";
import { Button, TextInput } from "@mantine/core";
import { IconArrowsSplit2, IconPlus } from "@tabler/icons-react";
import { z } from "zod";
import type { Around, Names, StepEditor } from "../editor-contract.ts";

const draftSchema = z.object({
  branches: z.array(z.object({ id: z.string(), name: z.string().catch("") }).loose()).catch([]),
});

const readBranches = (config: ConfigEditorProps["config"]) =>
  draftSchema
    .parse(config)
    .branches.map((branch) => ({ id: branch.id, name: branch.name, ...readConditions(branch) }));
type Branch = ReturnType<typeof readBranches>[number];

const Panel = ({ config, problems, change }: ConfigEditorProps) => {
  const { freshId } = useEditingWorld();
  const branches = readBranches(config);
  const set = (changed: readonly Branch[]) => change({ branches: changed });
  const sorting = useSortable(branches, set);
  const add = () => {
    const conditions = [{ field: "", operator: "equals", value: "" }] as const;
    const name = `Branch ${branches.length + 1}`;
    set([...branches, { id: freshId(), name, match: "all", conditions: [...conditions] }]);
  };
  return (
    <>
      <PanelSection>
        <Hint>Tried from top to bottom; the first that fits is taken.</Hint>
        <ProblemText problem={problemAt(problems, "branches")} />
      </PanelSection>
      {branches.map((branch, index) => (
        <div key={branch.id} {...sorting.itemProps(index)}>
          <PanelSection>
            <div className="editing-option">
              <SortHandle {...sorting.handleProps(index)} />
              <TextInput
                className="editing-grow"
                aria-label={`Name of branch ${index + 1}`}
                placeholder="Name of the branch"
                value={branch.name}
                error={problemAt(problems, "branches", index, "name")}
                onChange={(event) =>
                  set(branches.with(index, { ...branch, name: event.currentTarget.value }))
                }
              />
              <OrderActions items={branches} index={index} onChange={set} keepsLast />
            </div>
            <ConditionEditor
              value={branch}
              emptyText="Taken when…"
              saying={(words) => `Taken when ${words}.`}
              mayAskModel
              problems={problemsWithin(problems, "branches", index)}
              onChange={(conditions) => set(branches.with(index, { ...branch, ...conditions }))}
            />
          </PanelSection>
        </div>
      ))}
      <PanelSection>
        {branches.length < limits.branches && (
          <Button variant="default" leftSection={<IconPlus size={15} />} onClick={add}>
            Add a branch
          </Button>
        )}
        <Hint>When none fits, the run leaves by “Otherwise”.</Hint>
      </PanelSection>
    </>
  );
};

/** Each branch with its conditions as a sentence. */
const describe = (
  config: ConfigEditorProps["config"],
  _names: Names,
  { field }: Around,
): string | null => {
  const branches = readBranches(config);
  const isFresh = branches.every(({ conditions }) => conditions.length === 0);
  if (isFresh) return "Choose what to decide by";
  return branches
    .map(
      (branch) =>
        `${branch.name}: ${branch.conditions.length === 0 ? "no condition yet" : conditionsInWords(branch, field)}`,
    )
    .join(" · ");
};

/** Edits branches, their order and their conditions. */
export const branchEditor: StepEditor = { icon: IconArrowsSplit2, hue: "violet", Panel, describe };
