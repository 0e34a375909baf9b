import { type LocalizedOption, variantsOf } from "#core/domain";
import { type AnswerConfig, optionNamed } from "#core/engine";
import type { CheckedGraph } from "../checked-graph.ts";
import type { Found } from "../finding.ts";
import { toPatternShape } from "../story/pattern-shape.ts";

/**
 * Names questions that nobody can answer validly, and options that cannot be told apart.
 *
 * Codes
 * - `unanswerable_question` (error): the pattern matches no text of these lengths, or there is no whole number or no day between the
 *   lowest and the highest; widen the one or the other.
 * - `options_alike` (warning): two options read the same without case and accents, so that one who types gets neither; word one of them
 *   differently.
 */
export const unanswerableQuestion = ({ bound, world }: CheckedGraph): readonly Found[] =>
  [...bound.steps].flatMap(([stepId, { question }]): readonly Found[] => {
    if (question === null) return [];
    const { answer, answerField } = question;
    const wrong = whyUnanswerable(answer, world.today);
    const alike = "options" in answer ? findAlike(answer.options) : null;
    return [
      ...(wrong === null
        ? []
        : [
            {
              code: "unanswerable_question",
              message: `nobody can answer this: ${wrong.message}`,
              severity: "error",
              stepId,
              field: [...answerField, wrong.field],
            } as const,
          ]),
      ...(alike === null
        ? []
        : [
            {
              code: "options_alike",
              message: "another option reads the same; word one of them differently",
              severity: "warning",
              stepId,
              field: [...answerField, "options", alike, "label"],
            } as const,
          ]),
    ];
  });

interface Wrong {
  readonly field: string;
  readonly message: string;
}

const whyUnanswerable = (answer: AnswerConfig, today: string | undefined): Wrong | null => {
  switch (answer.type) {
    case "text":
      return whyNoText(answer);
    case "number": {
      const { integer, min = -Infinity, max = Infinity } = answer;
      return integer && Math.ceil(min) > Math.floor(max)
        ? { field: "max", message: `there is no whole number from ${min} to ${max}` }
        : null;
    }
    case "date": {
      const [min, max] = [answer.min, answer.max].map((day) => (day === "today" ? today : day));
      return min !== undefined && max !== undefined && min > max
        ? { field: "max", message: `there is no day from ${answer.min} to ${answer.max} any more` }
        : null;
    }
    default:
      return null;
  }
};

const whyNoText = ({
  pattern,
  min_length: shortest,
  max_length: longest,
}: Extract<AnswerConfig, { type: "text" }>): Wrong | null => {
  const shape = pattern === undefined ? null : toPatternShape(pattern, 0);
  if (shape === null) return null;
  const field = "pattern";
  if (shape.min > longest)
    return {
      field,
      message: `the pattern needs ${shape.min} characters, and ${longest} are allowed`,
    };
  return shape.max < Math.max(1, shortest)
    ? {
        field,
        message: `the pattern allows ${shape.max} characters, and ${Math.max(1, shortest)} are needed`,
      }
    : null;
};

/** The first option that reads like another in some language; null when all can be told apart. */
const findAlike = (options: readonly LocalizedOption[]): number | null => {
  const languages = new Set(
    options.flatMap(({ label }) => (typeof label === "string" ? [] : Object.keys(label))),
  );
  const seen = [...languages].map((language) =>
    options.map(({ id, label }) => ({
      id,
      label: typeof label === "string" ? label : (label[language] ?? variantsOf(label)[0] ?? ""),
    })),
  );
  const plain = options.map(({ id, label }) => ({ id, label: variantsOf(label)[0] ?? "" }));
  for (const shown of [plain, ...seen]) {
    const index = shown.findIndex(({ label }) => optionNamed(shown, label) === undefined);
    if (index !== -1) return index;
  }
  return null;
};
