import {
  type ConfigEditorProps,
  LanguageSwitcher,
  LocalizedField,
  PanelSection,
  problemsWithin,
  useLanguages,
  withoutLanguage,
} from "#browser/editing";
import { firstVariant, limits, type LocalizedText } from "#core/domain";
import { IconHelpCircle } from "@tabler/icons-react";
import type { StepEditor } from "../editor-contract.ts";
import { AnswerFields, toAnswer } from "./editor/answer-fields.tsx";
import { type Draft, draftSchema } from "./editor/draft.ts";
import { QuestionPreview } from "./editor/question-preview.tsx";
import { RetryFields } from "./editor/retry-fields.tsx";
import { SaveFields } from "./editor/save-fields.tsx";
import { WayFields } from "./editor/way-fields.tsx";

const Panel = ({ config, problems, change }: ConfigEditorProps) => {
  const draft = draftSchema.parse(config);
  const texts = textsOf(draft);
  const language = useLanguages(texts);
  const part = { draft, problems, change, language };
  return (
    <>
      <PanelSection>
        <LanguageSwitcher
          language={language}
          texts={texts}
          onRemove={(tag) => change(without(config, draft, tag, language.base))}
        />
        <LocalizedField
          label="Question"
          placeholder="What can we help you with?"
          minRows={3}
          maxLength={limits.messageCharacters}
          value={draft.text}
          language={language}
          problems={problemsWithin(problems, "text")}
          onChange={(text) => change({ text })}
        />
        <AnswerFields {...part} />
      </PanelSection>
      <SaveFields {...part} />
      <RetryFields {...part} />
      <WayFields {...part} />
      <QuestionPreview {...part} />
    </>
  );
};

const textsOf = ({ text, retry_text, why_text, answer }: Draft): readonly LocalizedText[] => [
  text,
  retry_text,
  why_text,
  answer.yes_label,
  answer.no_label,
  ...answer.options.map(({ label }) => label),
];

/** The settings with one language taken out of every text that has it; what was not set stays so. */
const without = (
  config: ConfigEditorProps["config"],
  { text, retry_text, why_text, answer }: Draft,
  tag: string,
  base: string,
): Readonly<Record<string, unknown>> => {
  const from = (each: LocalizedText) => withoutLanguage(each, tag, base);
  return {
    text: from(text),
    ...("retry_text" in config ? { retry_text: from(retry_text) } : {}),
    ...(why_text === "" ? {} : { why_text: from(why_text) || null }),
    answer: toAnswer({
      ...answer,
      yes_label: from(answer.yes_label),
      no_label: from(answer.no_label),
      options: answer.options.map(({ id, label }) => ({ id, label: from(label) })),
    }),
  };
};

const choices: StepEditor["choices"] = (config) => {
  const { type, options } = draftSchema.parse(config).answer;
  if (type === "yes_no")
    return [
      { value: "true", label: "Yes" },
      { value: "false", label: "No" },
    ];
  return type === "single_choice" || type === "multiple_choice"
    ? options.map(({ id, label }) => {
        const shown = firstVariant(label);
        return { value: id, label: shown.trim() === "" ? id : shown };
      })
    : [];
};

/** Edits a question, its kind of answer, where the answer goes and what happens without one. */
export const askQuestionEditor: StepEditor = { icon: IconHelpCircle, hue: "blue", Panel, choices };
