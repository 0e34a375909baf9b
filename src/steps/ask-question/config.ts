import { day, hour, limits, minute, second } from "#core/domain";
import { answerConfigSchema, localizedTemplateSchema, saveToSchema } from "#core/engine";
import { z } from "zod";

/** What a question is asked with. A null leaves a choice to the channel and the kind of answer. */
export const configSchema = z.strictObject({
  text: localizedTemplateSchema("write the question"),
  answer: answerConfigSchema,
  why_text: localizedTemplateSchema("write why you ask").nullable().default(null),
  retry_text: localizedTemplateSchema(
    "write what is said after an answer that does not fit",
  ).default("That does not look right. Please try again."),
  retries: z.int().min(limits.retries.min).max(limits.retries.max).nullable().default(null),
  save_to: saveToSchema.default({}),
  timeout: z
    .strictObject({
      seconds: z
        .int()
        .min(minute / second, "wait at least 1 minute")
        .max((30 * day) / second, "wait at most 30 days")
        .nullable()
        .default(null),
    })
    .nullable()
    .default({ seconds: null }),
  join_messages: z.boolean().nullable().default(null),
  no_valid_answer: z.boolean().default(false),
  delivery_failed: z.boolean().default(false),
  asked_for_person: z.boolean().default(false),
  skip_when_known: z.boolean().default(false),
});
export type Config = z.infer<typeof configSchema>;

/** The part of an unfinished config that decides the ways out. */
export const shapeSchema = z
  .object({
    timeout: z.record(z.string(), z.unknown()).nullish().catch({}),
    no_valid_answer: z.boolean().catch(false),
    delivery_failed: z.boolean().catch(false),
    asked_for_person: z.boolean().catch(false),
  })
  .catch({ timeout: {}, no_valid_answer: false, delivery_failed: false, asked_for_person: false });

type Place = { readonly channel: "widget" | "email" | "api" } | null;

/** E-mail is answered slowly, and each message back is one more mail. */
const isLive = (place: Place): boolean => place?.channel !== "email";

/** How often an answer that does not fit is asked for again. */
export const retriesOf = ({ retries, answer }: Config, place: Place): number =>
  retries ?? (answer.type === "rating" ? 0 : isLive(place) ? 2 : 1);

/** How long an answer is waited for, in milliseconds; null for ever. */
export const timeoutOf = ({ timeout }: Config, place: Place): number | null => {
  if (timeout === null) return null;
  if (timeout.seconds !== null) return timeout.seconds * second;
  return isLive(place) ? 24 * hour : 72 * hour;
};

/** Whether a text that would do may still be the first line of several. */
export const joinsMessages = ({ join_messages, answer }: Config, place: Place): boolean =>
  answer.type === "text" && (join_messages ?? isLive(place));
