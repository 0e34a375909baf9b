import { limits, localizedOptionSchema, localizedTextSchema } from "#core/domain";
import { isSupportedCountry } from "libphonenumber-js/max";
import { z } from "zod";
import { fileKinds } from "./choices/file-answer.ts";
import { checkAnswerPattern } from "./texts/answer-pattern.ts";
import { ratingScales } from "./values/rating-answer.ts";

const textAnswerSchema = z
  .strictObject({
    type: z.literal("text"),
    min_length: z.int().min(0).default(0),
    max_length: z.int().min(1).max(limits.messageCharacters).default(limits.messageCharacters),
    pattern: z
      .string()
      .min(1)
      .max(500, "a pattern has at most 500 characters")
      .superRefine((pattern, context) => {
        const message = checkAnswerPattern(pattern);
        if (message !== null) context.addIssue({ code: "custom", message });
      })
      .optional(),
  })
  .refine((text) => text.min_length <= text.max_length, {
    path: ["max_length"],
    message: "the longest answer is shorter than the shortest",
  });

const phoneAnswerSchema = z.strictObject({
  type: z.literal("phone"),
  default_country: z
    .string()
    .refine(isSupportedCountry, "choose a country by its two letters, as in “DE”")
    .optional(),
});

const numberAnswerSchema = z
  .strictObject({
    type: z.literal("number"),
    min: z.number().optional(),
    max: z.number().optional(),
    integer: z.boolean().default(false),
  })
  .refine(({ min, max }) => min === undefined || max === undefined || min <= max, {
    path: ["max"],
    message: "the highest number is below the lowest",
  });

const dayBoundSchema = z
  .string()
  .refine(
    (bound) => bound === "today" || z.iso.date().safeParse(bound).success,
    "write a date as 2026-03-31, or “today”",
  );

const dateAnswerSchema = z
  .strictObject({
    type: z.literal("date"),
    min: dayBoundSchema.optional(),
    max: dayBoundSchema.optional(),
    allow_words: z.boolean().default(false),
  })
  .refine(
    ({ min, max }) =>
      min === undefined || max === undefined || min === "today" || max === "today" || min <= max,
    { path: ["max"], message: "the last day is before the first" },
  );

const yesNoAnswerSchema = z.strictObject({
  type: z.literal("yes_no"),
  yes_label: localizedTextSchema(
    z.string().trim().min(1, "write what the button says").max(80),
  ).optional(),
  no_label: localizedTextSchema(
    z.string().trim().min(1, "write what the button says").max(80),
  ).optional(),
});

const fileAnswerSchema = z
  .strictObject({
    type: z.literal("file"),
    min: z.int().min(1).max(limits.files.max).default(1),
    max: z
      .int()
      .min(1)
      .max(limits.files.max, `ask for at most ${limits.files.max} files`)
      .default(1),
    kinds: z.array(z.enum(fileKinds)).max(fileKinds.length).default([]),
  })
  .refine(({ min, max }) => min <= max, {
    path: ["max"],
    message: "the most files are fewer than the fewest",
  });

const optionsSchema = z
  .array(localizedOptionSchema)
  .min(limits.choices.min, `offer at least ${limits.choices.min} options`)
  .max(limits.choices.max, `offer at most ${limits.choices.max} options`)
  .refine(
    (options) => new Set(options.map(({ id }) => id)).size === options.length,
    "two options have the same id",
  );

const multipleChoiceAnswerSchema = z
  .strictObject({
    type: z.literal("multiple_choice"),
    options: optionsSchema,
    min: z.int().min(0).max(limits.choices.max).default(1),
    max: z.int().min(1).max(limits.choices.max).optional(),
  })
  .refine(({ min, max, options }) => min <= Math.min(max ?? options.length, options.length), {
    path: ["min"],
    message: "the fewest choices are more than there may be",
  });

/** Which answer a question wants. */
export const answerConfigSchema = z.discriminatedUnion(
  "type",
  [
    textAnswerSchema,
    z.strictObject({ type: z.literal("email") }),
    phoneAnswerSchema,
    numberAnswerSchema,
    dateAnswerSchema,
    z.strictObject({ type: z.literal("url") }),
    z.strictObject({
      type: z.literal("rating"),
      scale: z.enum(ratingScales).default("1_to_5"),
      save_as_rating: z.boolean().default(false),
    }),
    yesNoAnswerSchema,
    fileAnswerSchema,
    z.strictObject({ type: z.literal("single_choice"), options: optionsSchema }),
    multipleChoiceAnswerSchema,
  ],
  "choose the kind of answer",
);
export type AnswerConfig = z.infer<typeof answerConfigSchema>;
export type AnswerType = AnswerConfig["type"];
