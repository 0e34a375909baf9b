import {
  type ConfigEditorProps,
  localizedDraftSchema,
  localizedOptionsDraftSchema,
  type ShownLanguage,
} from "#browser/editing";
import { fileKinds, ratingScales } from "#core/engine";
import { z } from "zod";

const optionalNumber = z.number().optional().catch(undefined);
const optionalText = z.string().optional().catch(undefined);

/** The kinds of answer as a builder knows them, in the order they are offered. */
export const answerTypes = [
  { value: "text", label: "Any text" },
  { value: "email", label: "E-mail address" },
  { value: "phone", label: "Phone number" },
  { value: "number", label: "Number" },
  { value: "date", label: "Date" },
  { value: "url", label: "Web address" },
  { value: "yes_no", label: "Yes or no" },
  { value: "single_choice", label: "One of several options" },
  { value: "multiple_choice", label: "Some of several options" },
  { value: "rating", label: "Rating" },
  { value: "file", label: "Files" },
] as const;
const answerNames = answerTypes.map(({ value }) => value);
export type AnswerName = (typeof answerNames)[number];

const answerDraftSchema = z
  .object({
    type: z.enum(answerNames).catch("text"),
    min_length: optionalNumber,
    max_length: optionalNumber,
    pattern: optionalText,
    default_country: optionalText,
    min: z.union([z.number(), z.string()]).optional().catch(undefined),
    max: z.union([z.number(), z.string()]).optional().catch(undefined),
    integer: z.boolean().catch(false),
    allow_words: z.boolean().catch(false),
    scale: z.enum(ratingScales).catch("1_to_5"),
    save_as_rating: z.boolean().catch(false),
    yes_label: localizedDraftSchema,
    no_label: localizedDraftSchema,
    kinds: z.array(z.enum(fileKinds)).catch([]),
    options: localizedOptionsDraftSchema,
  })
  .catch({
    type: "text",
    integer: false,
    allow_words: false,
    scale: "1_to_5",
    save_as_rating: false,
    yes_label: "",
    no_label: "",
    kinds: [],
    options: [],
  });
export type AnswerDraft = z.infer<typeof answerDraftSchema>;

/** Reads a question that may be unfinished. */
export const draftSchema = z.object({
  text: localizedDraftSchema,
  answer: answerDraftSchema,
  why_text: localizedDraftSchema,
  retry_text: z
    .union([z.string(), z.record(z.string(), z.string().catch(""))])
    .catch("That does not look right. Please try again."),
  retries: z.number().nullable().catch(null),
  save_to: z.object({ variable: optionalText, contact_field: optionalText }).catch({}),
  timeout: z
    .object({ seconds: z.number().nullable().catch(null) })
    .nullable()
    .catch({ seconds: null }),
  join_messages: z.boolean().nullable().catch(null),
  no_valid_answer: z.boolean().catch(false),
  delivery_failed: z.boolean().catch(false),
  asked_for_person: z.boolean().catch(false),
  skip_when_known: z.boolean().catch(false),
});
export type Draft = z.infer<typeof draftSchema>;

/** What each part of the panel gets. */
export interface Part extends Omit<ConfigEditorProps, "config"> {
  readonly draft: Draft;
  readonly language: ShownLanguage;
}
