import {
  type ConfigEditorProps,
  FieldPair,
  Hint,
  MessagePreview,
  OptionalPath,
  OptionList,
  PanelSection,
  problemAt,
  problemsWithin,
  problemWithin,
  SecondsField,
  TemplateField,
  VariableNameField,
} from "#browser/editing";
import { limits } from "#core/domain";
import { NumberInput, Select, Textarea } from "@mantine/core";
import { IconHelpCircle } from "@tabler/icons-react";
import { z } from "zod";
import type { StepEditor } from "../editor-contract.ts";

const day = 86_400;

const draftSchema = z.object({
  text: z.string().catch(""),
  answer: z
    .object({
      type: z.enum(["text", "email", "single_choice"]).catch("text"),
      min_length: z.number().optional().catch(undefined),
      max_length: z.number().optional().catch(undefined),
      options: z.array(z.object({ id: z.string(), label: z.string().catch("") })).catch([]),
    })
    .catch({ type: "text", options: [] }),
  retry_text: z.string().catch("That does not look right. Please try again."),
  retries: z.number().catch(2),
  save_to: z
    .object({
      variable: z.string().optional().catch(undefined),
      contact_field: z.string().optional().catch(undefined),
    })
    .catch({}),
  timeout: z
    .object({ seconds: z.number().catch(day) })
    .nullable()
    .catch({ seconds: day }),
  no_valid_answer: z.boolean().catch(false),
  skip_when_known: z.boolean().catch(false),
});
type Draft = z.infer<typeof draftSchema>;
type Part = Omit<ConfigEditorProps, "config"> & { readonly draft: Draft };

const answerTypes = [
  { value: "text", label: "Any text" },
  { value: "email", label: "E-mail address" },
  { value: "single_choice", label: "One of several options" },
] as const;

const contactFields = [
  { value: "name", label: "Name" },
  { value: "email", label: "E-mail" },
  { value: "phone", label: "Phone" },
];

const Panel = ({ config, problems, change }: ConfigEditorProps) => {
  const draft = draftSchema.parse(config);
  const { options } = draft.answer;
  const part = { draft, problems, change };
  return (
    <>
      <PanelSection>
        <TemplateField
          label="Question"
          placeholder="What can we help you with?"
          minRows={3}
          maxLength={limits.messageCharacters}
          value={draft.text}
          error={problemAt(problems, "text")}
          onChange={(text) => change({ text })}
        />
        <AnswerFields {...part} />
      </PanelSection>
      <SaveFields {...part} />
      <RetryFields {...part} />
      <TimeoutFields {...part} />
      <PanelSection title="As the contact sees it">
        <MessagePreview
          text={draft.text}
          quickReplies={draft.answer.type === "single_choice" ? options : []}
          input={
            draft.answer.type === "single_choice" ? null : (
              <span className="editing-answer">
                {draft.answer.type === "email" ? "name@example.com" : "Write a message…"}
              </span>
            )
          }
        />
      </PanelSection>
    </>
  );
};

const AnswerFields = ({ draft, problems, change }: Part) => {
  const { type, options, min_length, max_length } = draft.answer;
  return (
    <>
      <Select
        label="Answer"
        data={[...answerTypes]}
        value={type}
        allowDeselect={false}
        error={problemAt(problems, "answer", "type")}
        onChange={(chosen) =>
          chosen !== null &&
          chosen !== type &&
          change({
            answer: chosen === "single_choice" ? { type: chosen, options } : { type: chosen },
          })
        }
      />
      {type === "single_choice" && (
        <OptionList
          label="Options"
          addLabel="Add an option"
          placeholder="An order"
          max={limits.choices.max}
          options={options}
          problems={problemsWithin(problems, "answer", "options")}
          onChange={(changed) => change({ answer: { type, options: changed } })}
        />
      )}
      {type === "text" && (
        <FieldPair>
          <NumberInput
            label="Shortest"
            placeholder="no limit"
            suffix=" characters"
            min={0}
            allowDecimal={false}
            value={min_length ?? ""}
            error={problemAt(problems, "answer", "min_length")}
            onChange={(value) => change({ answer: textAnswer(value, max_length) })}
          />
          <NumberInput
            label="Longest"
            placeholder="no limit"
            suffix=" characters"
            min={1}
            allowDecimal={false}
            value={max_length ?? ""}
            error={problemAt(problems, "answer", "max_length")}
            onChange={(value) => change({ answer: textAnswer(min_length, value) })}
          />
        </FieldPair>
      )}
    </>
  );
};

const textAnswer = (shortest: unknown, longest: unknown) => ({
  type: "text",
  ...(typeof shortest === "number" ? { min_length: shortest } : {}),
  ...(typeof longest === "number" ? { max_length: longest } : {}),
});

const SaveFields = ({ draft, problems, change }: Part) => {
  const { variable, contact_field } = draft.save_to;
  const save = (name: string | undefined, field: string | undefined) =>
    change({
      save_to: {
        ...(name === undefined || name === "" ? {} : { variable: name }),
        ...(field === undefined ? {} : { contact_field: field }),
      },
      ...(field === undefined ? { skip_when_known: false } : {}),
    });
  return (
    <PanelSection title="Save the answer">
      <VariableNameField
        label="As a variable"
        placeholder="order_number"
        description={
          variable === undefined || variable === ""
            ? "Later steps can read it by this name."
            : `Later steps read it as {{ ${variable} }}.`
        }
        value={variable ?? ""}
        error={problemAt(problems, "save_to", "variable")}
        onChange={(name) => save(name, contact_field)}
      />
      <Select
        label="In a contact field"
        placeholder="Not saved to the contact"
        clearable
        data={contactFields}
        value={contact_field ?? null}
        error={problemAt(problems, "save_to", "contact_field")}
        onChange={(field) => save(variable, field ?? undefined)}
      />
      {contact_field !== undefined && (
        <OptionalPath
          label="Skip when it is known"
          description="Goes on at once when the contact already has this field."
          isOn={draft.skip_when_known}
          onChange={(skip_when_known) => change({ skip_when_known })}
        />
      )}
    </PanelSection>
  );
};

const RetryFields = ({ draft, problems, change }: Part) => (
  <PanelSection title="When the answer does not fit">
    {draft.answer.type !== "text" ||
    draft.answer.min_length !== undefined ||
    draft.answer.max_length !== undefined ? null : (
      <Hint>Any text fits, so this matters only for empty messages.</Hint>
    )}
    <Textarea
      label="Say"
      autosize
      minRows={2}
      value={draft.retry_text}
      error={problemAt(problems, "retry_text")}
      onChange={(event) => change({ retry_text: event.currentTarget.value })}
    />
    <NumberInput
      label="Ask again"
      suffix={draft.retries === 1 ? " time" : " times"}
      min={limits.retries.min}
      max={limits.retries.max}
      allowDecimal={false}
      value={draft.retries}
      error={problemAt(problems, "retries")}
      onChange={(value) => change({ retries: typeof value === "number" ? value : 0 })}
    />
    <OptionalPath
      label="Own way after that"
      description="A path “No valid answer”. Without it the run ends."
      isOn={draft.no_valid_answer}
      onChange={(no_valid_answer) => change({ no_valid_answer })}
    />
  </PanelSection>
);

const TimeoutFields = ({ draft, problems, change }: Part) => (
  <PanelSection title="When no answer comes">
    <OptionalPath
      label="Stop waiting after a time"
      description="A path “No answer in time”. Not wired, the run ends there."
      isOn={draft.timeout !== null}
      onChange={(isOn) => change({ timeout: isOn ? { seconds: day } : null })}
    >
      <SecondsField
        label="Wait for"
        seconds={draft.timeout?.seconds ?? day}
        error={problemWithin(problems, "timeout")}
        onChange={(seconds) => change({ timeout: { seconds } })}
      />
    </OptionalPath>
  </PanelSection>
);

const choices: StepEditor["choices"] = (config) => {
  const { type, options } = draftSchema.parse(config).answer;
  return type === "single_choice"
    ? options.map(({ id, label }) => ({ value: id, label: label.trim() === "" ? id : label }))
    : [];
};

/** Edits a question, its kind of answer, where the answer goes and what happens without one. */
export const askQuestionEditor: StepEditor = { icon: IconHelpCircle, hue: "blue", Panel, choices };
