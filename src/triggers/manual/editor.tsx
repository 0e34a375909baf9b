import {
  type ConfigEditorProps,
  FieldPair,
  type GivenValue,
  Hint,
  PanelSection,
  problemAt,
  ProblemText,
  RemovableItem,
  toVariableName,
  type ValueKind,
} from "#browser/editing";
import { Button, Checkbox, Select, TextInput } from "@mantine/core";
import { IconHandClick, IconPlus } from "@tabler/icons-react";
import { z } from "zod";
import type { TriggerEditor } from "../editor-contract.ts";

const draftSchema = z.object({
  from_page: z.boolean().catch(false),
  inputs: z
    .array(
      z.object({
        name: z.string().catch(""),
        type: z.enum(["string", "number", "boolean", "date", "datetime"]).catch("string"),
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
  { value: "date", label: "Date" },
  { value: "datetime", label: "Date and time" },
] as const;

const Panel = ({ config, problems, change }: ConfigEditorProps) => {
  const { inputs, from_page } = draftSchema.parse(config);
  const set = (changed: readonly Input[]) => change({ inputs: changed });
  return (
    <PanelSection title="Inputs">
      <Hint>Values given at the start; steps read them as {"{{ trigger.name }}"}.</Hint>
      <ProblemText problem={problemAt(problems, "inputs")} />
      {inputs.map((input, index) => (
        <RemovableItem
          // Inputs have no id; their place is what they are known by while their name is typed.
          key={index}
          removeLabel="Remove the input"
          onRemove={() => set(inputs.toSpliced(index, 1))}
        >
          <InputFields
            input={input}
            number={index + 1}
            problem={problemAt(problems, "inputs", index, "name")}
            onChange={(changed) => set(inputs.with(index, changed))}
          />
        </RemovableItem>
      ))}
      <Button
        variant="subtle"
        size="compact-sm"
        className="editing-add"
        leftSection={<IconPlus size={14} />}
        onClick={() => set([...inputs, { name: "", type: "string", is_required: false }])}
      >
        Add an input
      </Button>
      <Checkbox
        size="xs"
        label="May be started from the page"
        description="Anybody who can see the page can then start it, with any inputs."
        checked={from_page}
        onChange={(event) => change({ from_page: event.currentTarget.checked })}
      />
    </PanelSection>
  );
};

interface InputFieldsProps {
  readonly input: Input;
  readonly number: number;
  readonly problem: string | undefined;
  readonly onChange: (input: Input) => void;
}

const InputFields = ({ input, number, problem, onChange }: InputFieldsProps) => (
  <>
    <FieldPair>
      <TextInput
        aria-label={`Name of input ${number}`}
        placeholder="order_id"
        classNames={{ input: "editing-mono" }}
        value={input.name}
        error={problem}
        onChange={(event) =>
          onChange({ ...input, name: toVariableName(event.currentTarget.value) })
        }
      />
      <Select
        aria-label={`Type of input ${number}`}
        data={[...types]}
        value={input.type}
        allowDeselect={false}
        onChange={(type) =>
          onChange({
            ...input,
            type: types.find(({ value }) => value === type)?.value ?? "string",
          })
        }
      />
    </FieldPair>
    <Checkbox
      size="xs"
      label="Must be given"
      checked={input.is_required}
      onChange={(event) => onChange({ ...input, is_required: event.currentTarget.checked })}
    />
  </>
);

const kinds = {
  string: "text",
  number: "number",
  boolean: "boolean",
  date: "date",
  datetime: "date",
} as const satisfies Record<Input["type"], ValueKind>;

const examples = {
  string: "SB-1042",
  number: 42,
  boolean: true,
  date: "2026-03-31",
  datetime: "2026-03-31T10:00:00Z",
} as const satisfies Record<Input["type"], GivenValue["example"]>;

const gives: TriggerEditor["gives"] = (config) =>
  draftSchema.parse(config).inputs.map(({ name, type, is_required }) => ({
    path: name,
    kind: kinds[type],
    example: examples[type],
    isOptional: !is_required,
  }));

/** Edits the values a manual start is given. */
export const manualEditor: TriggerEditor = { icon: IconHandClick, hue: "slate", Panel, gives };
