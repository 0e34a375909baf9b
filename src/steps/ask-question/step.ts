import { day, limits, minute, second } from "#core/domain";
import {
  answerConfigSchema,
  checkSaved,
  countTry,
  defineStep,
  firstTry,
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
  toTries,
  type Tries,
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
  check: ({ save_to, answer, skip_when_known }) => [
    ...(skip_when_known && save_to.contact_field === undefined
      ? [{ path: ["save_to", "contact_field"], message: "choose the field that may be known" }]
      : []),
    ...(save_to.contact_field === "email" && answer.type !== "email"
      ? [{ path: ["answer", "type"], message: "ask for an e-mail to save it as one" }]
      : []),
  ],
  enter: (config, context) => {
    const { save_to, skip_when_known, timeout, text } = config;
    const known = skip_when_known ? context.lookUp(`contact.${save_to.contact_field}`) : null;
    if (known !== undefined && known !== null && known !== "") {
      const effects = saveAnswer({ variable: save_to.variable }, known);
      return leave("answered", { evidence: [{ already_known: known }], effects });
    }
    const dueAt = timeout === null ? null : context.now + timeout.seconds * second;
    return ask(config, context, text, firstTry(dueAt));
  },
  resume: (config, context, event, state) => {
    if (event.type === "timer") return leave("timeout");
    if (event.type !== "reply") return keepWaiting(toTries(state));
    const answer = checkSaved(config.save_to, parseAnswer(config.answer, event));
    if (!answer.valid) return askAgain(config, context, event, answer.reason, toTries(state));
    const { value } = answer;
    return leave("answered", {
      effects: saveAnswer(config.save_to, value),
      evidence: [{ answer: value }],
    });
  },
});

const askAgain = (
  config: Config,
  context: StepContext,
  reply: Reply,
  reason: string,
  before: Tries,
) => {
  const { tries, costsRetry } = countTry(before, reply);
  const invalid_answer = reply.text.slice(0, 200);
  const evidence = [{ invalid_answer, reason, costs_retry: costsRetry }];
  if (tries.invalid > config.retries) return leave("no_valid_answer", { evidence });
  return { ...ask(config, context, config.retry_text, tries), evidence };
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
