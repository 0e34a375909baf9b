import {
  type ConfigEditorProps,
  LanguageSwitcher,
  LocalizedField,
  PanelSection,
  problemsWithin,
  saysNothing,
  useLanguages,
  withoutLanguage,
} from "#browser/editing";
import { firstVariant, limits, type LocalizedText } from "#core/domain";
import { IconHelpCircle } from "@tabler/icons-react";
import type { StepEditor } from "../editor-contract.ts";
import { AnswerFields, toAnswer } from "./editor/answer-fields.tsx";
import { answerTypes, type Draft, draftSchema } from "./editor/draft.ts";
import { QuestionPreview } from "./editor/question-preview.tsx";
import { RetryFields } from "./editor/retry-fields.tsx";
import { savedValue } from "./editor/saved-value.ts";
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

const saves: StepEditor["saves"] = (config) => {
  const { answer, save_to } = draftSchema.parse(config);
  return save_to.variable === undefined || save_to.variable === ""
    ? []
    : [{ path: save_to.variable, ...savedValue(answer) }];
};

/** The question with the kind of answer and where it goes; what is to be chosen while there is none. */
const describe = (config: ConfigEditorProps["config"]): string | null => {
  const { text, answer, save_to } = draftSchema.parse(config);
  if (saysNothing(text)) return "Choose what to ask";
  const offers = answer.type === "single_choice" || answer.type === "multiple_choice";
  if (offers && answer.options.length === 0) return `${firstVariant(text)} · Add the options`;
  const kind = answerTypes.find(({ value }) => value === answer.type)?.label ?? "";
  const saved = save_to.variable ?? save_to.contact_field?.replace(/^custom\./, "");
  return `${firstVariant(text)} · ${kind}${saved === undefined || saved === "" ? "" : ` → ${saved}`}`;
};

/** Edits a question, its kind of answer, where the answer goes and what happens without one. */
export const askQuestionEditor: StepEditor = {
  icon: IconHelpCircle,
  hue: "blue",
  Panel,
  describe,
  saves,
};
