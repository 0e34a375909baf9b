import { day, limits, minute, second, type Json } from "#core/domain";
import {
  answerConfigSchema,
  defineStep,
  leave,
  parseAnswer,
  type Reply,
  saveAnswer,
  savedPaths,
  saveToSchema,
  type StepContext,
  type StepEffect,
  templateReads,
  templateSchema,
  waitFor,
} from "#core/engine";
import { z } from "zod";

const configSchema = z.strictObject({
  text: templateSchema("write the question"),
  answer: answerConfigSchema,
  retry_text: templateSchema("write what is said after an answer that does not fit").default(
    "That does not look right. Please try again.",
  ),
  retries: z.int().min(limits.retries.min).max(limits.retries.max).default(2),
  save_to: saveToSchema.default({}),
  timeout: z
    .strictObject({
      seconds: z
        .int()
        .min(minute / second, "wait at least 1 minute")
        .max((30 * day) / second, "wait at most 30 days"),
    })
    .nullable()
    .default({ seconds: day / second }),
  no_valid_answer: z.boolean().default(false),
  skip_when_known: z.boolean().default(false),
});
type Config = z.infer<typeof configSchema>;

/**
 * Asks the contact a question and waits for the answer.
 *
 * An answer that does not fit is asked again with the retry text; a question in return costs no retry, twice. The answer is
 * normalised (an e-mail in lower case, an option's id) and saved to a variable, to a contact field, or both.
 *
 * Paths
 * - `answered`: a valid answer came.
 * - `no_valid_answer` (optional): the retries are used up.
 * - `timeout` (on by default, 24 hours): no answer came in time.
 *
 * @example { "text": "Which e-mail may we answer to?", "answer": { "type": "email" }, "save_to": { "contact_field": "email" }, "retries": 2, "timeout": { "seconds": 86400 } }
 */
export const askQuestion = defineStep({
  type: "ask_question",
  title: "Ask question",
  description: "Asks the contact and waits for an answer that fits.",
  config: configSchema,
  shape: z
    .object({
      timeout: z.record(z.string(), z.unknown()).nullish().catch({}),
      no_valid_answer: z.boolean().catch(false),
    })
    .catch({ timeout: {}, no_valid_answer: false }),
  outputPaths: (shape) => [
    { id: "answered", title: "Answered", isRequired: true },
    ...(shape.no_valid_answer
      ? [{ id: "no_valid_answer", title: "No valid answer", isRequired: false }]
      : []),
    ...(shape.timeout === null
      ? []
      : [{ id: "timeout", title: "No answer in time", isRequired: false }]),
  ],
  initialConfig: {
    text: "",
    answer: { type: "text" },
    retries: 2,
    save_to: {},
    timeout: { seconds: 86_400 },
    no_valid_answer: false,
    skip_when_known: false,
  },
  example: {
    text: "Which e-mail may we answer to?",
    answer: { type: "email" },
    save_to: { contact_field: "email" },
    retries: 2,
    timeout: { seconds: 86_400 },
  },
  speaks: true,
  parks: ({ skip_when_known }) => (skip_when_known ? "maybe" : "always"),
  skipPath: "answered",
  summary: (config) => config.text,
  reads: (config) => [...templateReads(config.text), ...templateReads(config.retry_text)],
  writes: ({ save_to }) => savedPaths(save_to),
  check: (config) =>
    config.skip_when_known && config.save_to.contact_field === undefined
      ? [
          {
            path: ["save_to", "contact_field"],
            message: "choose the contact field that may already be known",
          },
        ]
      : config.save_to.contact_field === "email" && config.answer.type !== "email"
        ? [
            {
              path: ["answer", "type"],
              message: "ask for an e-mail to save it as the contact’s e-mail",
            },
          ]
        : [],
  enter: (config, context) => {
    const known = config.skip_when_known
      ? context.lookUp(`contact.${config.save_to.contact_field}`)
      : undefined;
    if (known !== undefined && known !== null && known !== "") {
      return leave("answered", {
        evidence: [{ already_known: known }],
        effects: saveAnswer({ variable: config.save_to.variable }, known),
      });
    }
    const dueAt = config.timeout === null ? null : context.now + config.timeout.seconds * second;
    return ask(config, context, config.text, { invalid: 0, questions: 0, dueAt });
  },
  resume: (config, context, event, state) => {
    if (event.type === "timer") return leave("timeout");
    if (event.type !== "reply") return keepWaiting(toTries(state));
    const answer = parseAnswer(config.answer, event);
    if (answer.valid)
      return leave("answered", {
        effects: saveAnswer(config.save_to, answer.value),
        evidence: [{ answer: answer.value }],
      });
    return askAgain(config, context, event, answer.reason, toTries(state));
  },
});

/** The visit's state: invalid answers and free questions so far, and when the wait times out. */
type Tries = { invalid: number; questions: number; dueAt: number | null };

/** Questions in return that cost no retry (SPEC 3). */
const freeQuestions = 2;

const toTries = (state: Json): Tries => {
  const fresh = { invalid: 0, questions: 0, dueAt: null };
  if (typeof state !== "object" || state === null || Array.isArray(state)) return fresh;
  const { invalid, questions, dueAt } = state;
  return {
    invalid: typeof invalid === "number" ? invalid : 0,
    questions: typeof questions === "number" ? questions : 0,
    dueAt: typeof dueAt === "number" ? dueAt : null,
  };
};

const askAgain = (
  config: Config,
  context: StepContext,
  reply: Reply,
  reason: string,
  tries: Tries,
) => {
  const isFree = reply.text.trim().endsWith("?") && tries.questions < freeQuestions;
  const next: Tries = isFree
    ? { ...tries, questions: tries.questions + 1 }
    : { ...tries, invalid: tries.invalid + 1 };
  const evidence = [{ invalid_answer: reply.text.slice(0, 200), reason, costs_retry: !isFree }];
  if (next.invalid > config.retries) return leave("no_valid_answer", { evidence });
  return { ...ask(config, context, config.retry_text, next), evidence };
};

const ask = (config: Config, context: StepContext, text: string, tries: Tries) => {
  const quickReplies = config.answer.type === "single_choice" ? config.answer.options : [];
  return keepWaiting(tries, [
    {
      type: "send_message",
      text: context.render(text, "markdown"),
      quickReplies,
      answerInput: { kind: config.answer.type },
    },
  ]);
};

const keepWaiting = (tries: Tries, effects: readonly StepEffect[] = []) =>
  waitFor(
    {
      for: "reply",
      takesReply: true,
      timers: tries.dueAt === null ? [] : [{ name: "timeout", dueAt: tries.dueAt }],
    },
    tries,
    { effects },
  );
