import { limits, quickReplySchema } from "#core/domain";
import { z } from "zod";
import type { Answer, Reply } from "./answer.ts";
import { parseEmailAnswer } from "./email-answer.ts";
import { parseSingleChoiceAnswer } from "./single-choice-answer.ts";
import { parseTextAnswer } from "./text-answer.ts";

/** Which answer a question wants. */
export const answerConfigSchema = z.discriminatedUnion(
  "type",
  [
    z
      .strictObject({
        type: z.literal("text"),
        min_length: z.int().min(0).default(0),
        max_length: z.int().min(1).max(limits.messageCharacters).default(limits.messageCharacters),
      })
      .refine((text) => text.min_length <= text.max_length, {
        path: ["max_length"],
        message: "the longest answer is shorter than the shortest",
      }),
    z.strictObject({ type: z.literal("email") }),
    z.strictObject({
      type: z.literal("single_choice"),
      options: z
        .array(quickReplySchema)
        .min(limits.choices.min, `offer at least ${limits.choices.min} options`)
        .max(limits.choices.max, `offer at most ${limits.choices.max} options`)
        .refine(
          (options) => new Set(options.map(({ id }) => id)).size === options.length,
          "two options have the same id",
        ),
    }),
  ],
  "choose the kind of answer",
);
export type AnswerConfig = z.infer<typeof answerConfigSchema>;

/** Judges a contact's message as an answer of that kind and normalises it. */
export const parseAnswer = (config: AnswerConfig, reply: Reply): Answer => {
  switch (config.type) {
    case "text":
      return parseTextAnswer(config, reply);
    case "email":
      return parseEmailAnswer(reply);
    case "single_choice":
      return parseSingleChoiceAnswer(config.options, reply);
  }
};
