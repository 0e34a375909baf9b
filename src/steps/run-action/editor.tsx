import {
  ActionPicker,
  BindingField,
  type ConfigEditorProps,
  draftBindingSchema,
  Hint,
  OptionalPath,
  PanelSection,
  problemAt,
  problemWithin,
  TemplateField,
  useEditingWorld,
  VariableNameField,
} from "#browser/editing";
import { NumberInput, Switch } from "@mantine/core";
import { IconBolt } from "@tabler/icons-react";
import { z } from "zod";
import type { StepEditor } from "../editor-contract.ts";

const limitNames = ["per_call", "per_contact_30_days", "per_day"] as const;
const limitTitles = {
  per_call: "Most in one call",
  per_contact_30_days: "Most for one contact in 30 days",
  per_day: "Most in one day, all contacts together",
} as const satisfies Record<(typeof limitNames)[number], string>;

const limitSchema = z.number().nullable().catch(null);
const draftSchema = z.object({
  action: z.string().catch(""),
  input: z.record(z.string(), draftBindingSchema.catch({})).catch({}),
  save_to: z.string().nullable().catch(null),
  share_response: z.boolean().catch(false),
  confirm: z.boolean().nullable().catch(null),
  confirm_text: z.unknown().optional(),
  timeout_seconds: z.union([z.number(), z.string()]).catch(30),
  limits: z
    .object({ per_call: limitSchema, per_contact_30_days: limitSchema, per_day: limitSchema })
    .catch({ per_call: null, per_contact_30_days: null, per_day: null }),
  error_message: z.unknown().optional(),
  failure: z.boolean().catch(false),
});
type Draft = z.infer<typeof draftSchema>;

/** A text that has one variant; those with several are kept as they are until they are written anew. */
const toOneText = (text: unknown): string => (typeof text === "string" ? text : "");

const useAction = (name: string) =>
  useEditingWorld().actions?.find((action) => action.name === name);

const Inputs = ({ draft, problems, change }: ConfigEditorProps & { readonly draft: Draft }) => {
  const action = useAction(draft.action);
  if (action === undefined || action.inputs.length === 0) return null;
  return (
    <PanelSection title="Inputs">
      {action.inputs.map((field) => (
        <BindingField
          key={`${action.name} ${field.name}`}
          field={field}
          binding={draft.input[field.name]}
          error={problemWithin(problems, "input", field.name)}
          onChange={(binding) => {
            const { [field.name]: _before, ...others } = draft.input;
            change({
              input: binding === undefined ? others : { ...others, [field.name]: binding },
            });
          }}
        />
      ))}
    </PanelSection>
  );
};

const Confirmation = ({
  draft,
  problems,
  change,
}: ConfigEditorProps & { readonly draft: Draft }) => {
  const action = useAction(draft.action);
  const isOn = draft.confirm ?? action?.confirms ?? false;
  return (
    <PanelSection>
      <OptionalPath
        label="Ask the contact first"
        description="They see what will be done with which values, and press yes or no."
        isOn={isOn}
        onChange={(confirm) => change({ confirm })}
      >
        <TemplateField
          label="Question"
          placeholder="Shall we go ahead with this?"
          description="The values are listed under it."
          value={toOneText(draft.confirm_text)}
          error={problemWithin(problems, "confirm_text")}
          onChange={(text) => change({ confirm_text: text === "" ? null : text })}
        />
      </OptionalPath>
      {action?.confirms === true && !isOn && (
        <Hint>This action moves money or cannot be taken back. It will run without asking.</Hint>
      )}
    </PanelSection>
  );
};

const Limits = ({ draft, problems, change }: ConfigEditorProps & { readonly draft: Draft }) => (
  <PanelSection title="Limits">
    {limitNames.map((name) => (
      <NumberInput
        key={name}
        label={limitTitles[name]}
        placeholder="No limit"
        min={0}
        value={draft.limits[name] ?? ""}
        error={problemAt(problems, "limits", name)}
        onChange={(value) =>
          change({ limits: { ...draft.limits, [name]: value === "" ? null : Number(value) } })
        }
      />
    ))}
    <Hint>Above a limit the step fails and nothing moves.</Hint>
  </PanelSection>
);

const Answer = ({ draft, problems, change }: ConfigEditorProps & { readonly draft: Draft }) => (
  <PanelSection title="The answer">
    <VariableNameField
      label="Save it as"
      placeholder="order"
      value={draft.save_to ?? ""}
      error={problemAt(problems, "save_to")}
      onChange={(name) => change({ save_to: name === "" ? null : name })}
    />
    <Switch
      label="Share it with the team"
      description="Leaves it in the inbox as a private note."
      checked={draft.share_response}
      onChange={(event) => change({ share_response: event.currentTarget.checked })}
    />
  </PanelSection>
);

const Failure = ({ draft, problems, change }: ConfigEditorProps & { readonly draft: Draft }) => {
  const action = useAction(draft.action);
  return (
    <PanelSection title="When it fails">
      <OptionalPath
        label="Go on by “Failed”"
        description="Otherwise the run ends as failed."
        isOn={draft.failure}
        onChange={(failure) => change({ failure })}
      />
      <TemplateField
        label="Tell the contact"
        placeholder="That did not work. A colleague will look into it."
        value={toOneText(draft.error_message)}
        error={problemWithin(problems, "error_message")}
        onChange={(text) => change({ error_message: text === "" ? null : text })}
      />
      {action?.is_inside === false && (
        <NumberInput
          label="Give up after"
          suffix=" seconds"
          min={1}
          max={120}
          value={draft.timeout_seconds}
          error={problemAt(problems, "timeout_seconds")}
          onChange={(seconds) => change({ timeout_seconds: seconds })}
        />
      )}
    </PanelSection>
  );
};

const Panel = (props: ConfigEditorProps) => {
  const draft = draftSchema.parse(props.config);
  const action = useAction(draft.action);
  return (
    <>
      <PanelSection>
        <ActionPicker
          value={draft.action}
          error={problemAt(props.problems, "action")}
          onChange={({ name, confirms, inputs }) => {
            const known = new Set(inputs.map((field) => field.name));
            const kept = Object.entries(draft.input).filter(([input]) => known.has(input));
            props.change({ action: name, confirm: confirms, input: Object.fromEntries(kept) });
          }}
        />
      </PanelSection>
      <Inputs draft={draft} {...props} />
      <Confirmation draft={draft} {...props} />
      {action !== undefined && action.amount !== null && <Limits draft={draft} {...props} />}
      <Answer draft={draft} {...props} />
      <Failure draft={draft} {...props} />
    </>
  );
};

/** Edits which action runs, with what, whether the contact is asked first, and what becomes of the answer. */
export const runActionEditor: StepEditor = { icon: IconBolt, hue: "green", Panel };
