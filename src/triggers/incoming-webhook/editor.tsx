import {
  type ConfigEditorProps,
  FieldPair,
  Hint,
  PanelSection,
  problemAt,
  ProblemText,
  problemWithin,
  RemovableItem,
  toVariableName,
} from "#browser/editing";
import { Button, Checkbox, Select, TextInput } from "@mantine/core";
import { IconPlus, IconWebhook } from "@tabler/icons-react";
import { z } from "zod";
import type { TriggerEditor } from "../editor-contract.ts";

const draftSchema = z.object({
  contact_by: z.enum(["email", "external_id"]).catch("email"),
  contact_path: z.string().catch(""),
  inputs: z
    .array(
      z.object({
        name: z.string().catch(""),
        path: z.string().catch(""),
        is_required: z.boolean().catch(false),
      }),
    )
    .catch([]),
});
type Input = z.infer<typeof draftSchema>["inputs"][number];

const Panel = (editor: ConfigEditorProps) => {
  const { config, problems, change } = editor;
  const draft = draftSchema.parse(config);
  return (
    <>
      <PanelSection title="Contact">
        <FieldPair>
          <Select
            label="Found by"
            allowDeselect={false}
            data={[
              { value: "email", label: "E-mail" },
              { value: "external_id", label: "External id" },
            ]}
            value={draft.contact_by}
            onChange={(contact_by) => contact_by !== null && change({ contact_by })}
          />
          <TextInput
            label="At"
            placeholder="customer.email"
            spellCheck={false}
            classNames={{ input: "editing-mono" }}
            value={draft.contact_path}
            error={problemAt(problems, "contact_path")}
            onChange={(event) => change({ contact_path: event.currentTarget.value })}
          />
        </FieldPair>
      </PanelSection>
      <PanelSection title="Inputs">
        <Hint>Values of the payload; steps read them as {"{{ trigger.name }}"}.</Hint>
        <ProblemText problem={problemAt(problems, "inputs")} />
        <InputList
          inputs={draft.inputs}
          problemOf={(index) => problemWithin(problems, "inputs", index)}
          onChange={(inputs) => change({ inputs })}
        />
      </PanelSection>
    </>
  );
};

interface InputListProps {
  readonly inputs: readonly Input[];
  readonly problemOf: (index: number) => string | undefined;
  readonly onChange: (inputs: readonly Input[]) => void;
}

const InputList = ({ inputs, problemOf, onChange }: InputListProps) => (
  <>
    {inputs.map((input, index) => (
      <RemovableItem
        // Inputs have no id; their place is what they are known by while their name is typed.
        key={index}
        removeLabel="Remove the input"
        onRemove={() => onChange(inputs.toSpliced(index, 1))}
      >
        <FieldPair>
          <TextInput
            aria-label={`Name of input ${index + 1}`}
            placeholder="order_id"
            classNames={{ input: "editing-mono" }}
            value={input.name}
            error={problemOf(index)}
            onChange={(event) =>
              onChange(
                inputs.with(index, { ...input, name: toVariableName(event.currentTarget.value) }),
              )
            }
          />
          <TextInput
            aria-label={`Place of input ${index + 1} in the payload`}
            placeholder="order.id"
            spellCheck={false}
            classNames={{ input: "editing-mono" }}
            value={input.path}
            onChange={(event) =>
              onChange(inputs.with(index, { ...input, path: event.currentTarget.value }))
            }
          />
        </FieldPair>
        <Checkbox
          size="xs"
          label="Must be there"
          checked={input.is_required}
          onChange={(event) =>
            onChange(inputs.with(index, { ...input, is_required: event.currentTarget.checked }))
          }
        />
      </RemovableItem>
    ))}
    <Button
      variant="subtle"
      size="compact-sm"
      className="editing-add"
      leftSection={<IconPlus size={14} />}
      onClick={() => onChange([...inputs, { name: "", path: "", is_required: false }])}
    >
      Add an input
    </Button>
  </>
);

const gives: TriggerEditor["gives"] = (config) =>
  draftSchema.parse(config).inputs.map(({ name, is_required }) => ({
    path: name,
    kind: "any",
    isOptional: !is_required,
  }));

/** Edits whom a webhook is about and what of it steps can read. */
export const incomingWebhookEditor: TriggerEditor = {
  icon: IconWebhook,
  hue: "blue",
  Panel,
  gives,
};
