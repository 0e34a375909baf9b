import { chooseVariant, type LocalizedOption } from "#core/domain";
import type { Answer, AnswerContext, Reply } from "./answer.ts";
import type { AnswerConfig } from "./answer-config.ts";
import { parseFileAnswer } from "./choices/file-answer.ts";
import { parseMultipleChoiceAnswer } from "./choices/multiple-choice-answer.ts";
import type { Option } from "./choices/option-labels.ts";
import { parseSingleChoiceAnswer } from "./choices/single-choice-answer.ts";
import { parseEmailAnswer } from "./texts/email-answer.ts";
import { parsePhoneAnswer } from "./texts/phone-answer.ts";
import { parseTextAnswer } from "./texts/text-answer.ts";
import { parseUrlAnswer } from "./texts/url-answer.ts";
import { parseDateAnswer } from "./values/date-answer.ts";
import { parseNumberAnswer } from "./values/number-answer.ts";
import { parseRatingAnswer } from "./values/rating-answer.ts";
import { parseYesNoAnswer } from "./values/yes-no-answer.ts";

/** Judges a contact's message as an answer of that kind and normalises it. Total, and bounded in time whatever was sent. */
export const parseAnswer = (config: AnswerConfig, reply: Reply, context: AnswerContext): Answer => {
  switch (config.type) {
    case "text":
      return parseTextAnswer(config, reply);
    case "email":
      return parseEmailAnswer(reply);
    case "phone":
      return parsePhoneAnswer(config, reply, context);
    case "number":
      return parseNumberAnswer(config, reply, context);
    case "date":
      return parseDateAnswer(config, reply, context);
    case "url":
      return parseUrlAnswer(reply);
    case "rating":
      return parseRatingAnswer(config, reply, context.language);
    case "yes_no":
      return parseYesNoAnswer(reply, context.language);
    case "file":
      return parseFileAnswer(config, reply);
    case "single_choice":
      return parseSingleChoiceAnswer(labelOptions(config.options, context), reply);
    case "multiple_choice": {
      const { options, min, max = options.length } = config;
      return parseMultipleChoiceAnswer(labelOptions(options, context), { min, max }, reply);
    }
  }
};

/** Options with their labels in the contact's language. */
export const labelOptions = (
  options: readonly LocalizedOption[],
  { language, workspaceLanguage }: Pick<AnswerContext, "language" | "workspaceLanguage">,
): readonly Option[] =>
  options.map(({ id, label }) => ({
    id,
    label: chooseVariant(label, language, workspaceLanguage),
  }));
