import { type ConfigEditorProps, PanelSection, problemAt, toVariableName } from "#browser/editing";
import { IconAction } from "#browser/ui";
import { Button, Checkbox, Select, TextInput } from "@mantine/core";
import { IconHandClick, IconPlus, IconX } from "@tabler/icons-react";
import { z } from "zod";
import type { TriggerEditor } from "../editor-contract.ts";

const draftSchema = z.object({
  inputs: z
    .array(
      z.object({
        name: z.string().catch(""),
        type: z.enum(["string", "number", "boolean"]).catch("string"),
        is_required: z.boolean().catch(false),
      }),
    )
    .catch([]),
});
type Input = z.infer<typeof draftSchema>["inputs"][number];

const types = [
  { value: "string", label: "Text" },
  { value: "number", label: "Number" },
  { value: "boolean", label: "Yes or no" },
] as const;

const Panel = ({ config, problems, change }: ConfigEditorProps) => {
  const { inputs } = draftSchema.parse(config);
  const set = (index: number, input: Input) => change({ inputs: inputs.with(index, input) });
  return (
    <PanelSection title="Inputs">
      <p className="editing-hint">
        Values given at the start; steps read them as {"{{ trigger.name }}"}.
      </p>
      {problemAt(problems, "inputs") !== undefined && (
        <p className="editing-error">{problemAt(problems, "inputs")}</p>
      )}
      {inputs.map((input, index) => (
        // Inputs have no id; their place is what they are known by while their name is typed.
        <div className="editing-condition" key={index}>
          <div className="editing-condition-fields">
            <div className="editing-pair">
              <TextInput
                aria-label={`Name of input ${index + 1}`}
                placeholder="order_id"
                classNames={{ input: "editing-mono" }}
                value={input.name}
                error={problemAt(problems, "inputs", index, "name")}
                onChange={(event) =>
                  set(index, { ...input, name: toVariableName(event.currentTarget.value) })
                }
              />
              <Select
                aria-label={`Type of input ${index + 1}`}
                data={[...types]}
                value={input.type}
                allowDeselect={false}
                onChange={(type) =>
                  set(index, {
                    ...input,
                    type: types.find(({ value }) => value === type)?.value ?? "string",
                  })
                }
              />
            </div>
            <Checkbox
              size="xs"
              label="Must be given"
              checked={input.is_required}
              onChange={(event) =>
                set(index, { ...input, is_required: event.currentTarget.checked })
              }
            />
          </div>
          <IconAction
            label="Remove the input"
            size="sm"
            onClick={() => change({ inputs: inputs.toSpliced(index, 1) })}
          >
            <IconX size={14} />
          </IconAction>
        </div>
      ))}
      <Button
        variant="subtle"
        size="compact-sm"
        className="editing-add"
        leftSection={<IconPlus size={14} />}
        onClick={() =>
          change({ inputs: [...inputs, { name: "", type: "string", is_required: false }] })
        }
      >
        Add an input
      </Button>
    </PanelSection>
  );
};

/** Edits the values a manual start is given. */
export const manualEditor: TriggerEditor = { icon: IconHandClick, hue: "slate", Panel };
