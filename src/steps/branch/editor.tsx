import {
  ConditionEditor,
  type ConfigEditorProps,
  PanelSection,
  problemAt,
  problemsWithin,
  readConditions,
  useEditingWorld,
} from "#browser/editing";
import { IconAction } from "#browser/ui";
import { limits } from "#core/domain";
import { Button, TextInput } from "@mantine/core";
import {
  IconArrowDown,
  IconArrowsSplit2,
  IconArrowUp,
  IconPlus,
  IconTrash,
} from "@tabler/icons-react";
import { z } from "zod";
import type { StepEditor } from "../editor-contract.ts";

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
  return (
    <>
      <PanelSection>
        <p className="editing-hint">Tried from top to bottom; the first that fits is taken.</p>
        {problemAt(problems, "branches") !== undefined && (
          <p className="editing-error">{problemAt(problems, "branches")}</p>
        )}
      </PanelSection>
      {branches.map((branch, index) => (
        <PanelSection key={branch.id}>
          <div className="editing-option">
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
            <IconAction
              label="Move up"
              size="sm"
              disabled={index === 0}
              onClick={() => set(moved(branches, index, -1))}
            >
              <IconArrowUp size={14} />
            </IconAction>
            <IconAction
              label="Move down"
              size="sm"
              disabled={index === branches.length - 1}
              onClick={() => set(moved(branches, index, 1))}
            >
              <IconArrowDown size={14} />
            </IconAction>
            <IconAction
              label="Remove the branch"
              size="sm"
              disabled={branches.length === 1}
              onClick={() => set(branches.toSpliced(index, 1))}
            >
              <IconTrash size={14} />
            </IconAction>
          </div>
          <ConditionEditor
            value={branch}
            emptyText="Taken when…"
            problems={problemsWithin(problems, "branches", index)}
            onChange={(conditions) => set(branches.with(index, { ...branch, ...conditions }))}
          />
        </PanelSection>
      ))}
      <PanelSection>
        {branches.length < limits.branches && (
          <Button
            variant="default"
            leftSection={<IconPlus size={15} />}
            onClick={() =>
              set([
                ...branches,
                {
                  id: freshId(),
                  name: `Branch ${branches.length + 1}`,
                  match: "all",
                  conditions: [{ field: "", operator: "equals", value: "" }],
                },
              ])
            }
          >
            Add a branch
          </Button>
        )}
        <p className="editing-hint">When none fits, the run leaves by “Otherwise”.</p>
      </PanelSection>
    </>
  );
};

const moved = (branches: readonly Branch[], index: number, by: number): readonly Branch[] => {
  const branch = branches[index];
  return branch === undefined
    ? branches
    : branches.toSpliced(index, 1).toSpliced(index + by, 0, branch);
};

/** Edits branches, their order and their conditions. */
export const branchEditor: StepEditor = { icon: IconArrowsSplit2, hue: "violet", Panel };
