import { firstVariant } from "#core/domain";
import {
  defineStep,
  firstTry,
  leave,
  localizedReads,
  saveAnswer,
  savedPaths,
  silenceTimer,
  toTries,
} from "#core/engine";
import { configSchema, shapeSchema, timeoutOf } from "./config.ts";
import { ask, askAgain, invalidEvidence, judgeJoined, keepWaiting, takeReply } from "./judge.ts";

/**
 * Asks the contact a question and waits for the answer.
 *
 * The kinds of answer: text, e-mail, phone, number, date, web address, rating, yes or no, files, one choice, several choices. A valid
 * answer is normalised (an e-mail in lower case, a phone number as E.164, an ISO date, an option's id) and saved to a variable, to a
 * contact field, or both. Exactly one valid value inside a sentence is taken ("it's a@b.de, thanks").
 *
 * Typed answers are tried at once. A message that does not fit, and a text while messages are joined, waits for two seconds of
 * silence; what was written until then is judged as one. What does not fit is asked for again with the retry text; a question in return
 * costs no retry, twice, and is answered with why you ask. Left to the channel, a question is asked again twice on chat, once on
 * e-mail and never for a rating, and waits 24 hours on chat and 72 on e-mail.
 *
 * Paths
 * - `answered`: a valid answer came, or the field was known and the question skipped.
 * - `no_valid_answer` (optional): the retries are used up; not wired, the run ends.
 * - `timeout` (on by default): no answer came in time; not wired, the run ends. What comes later is a new message.
 * - `delivery_failed` (optional): the question did not reach the contact.
 * - `asked_for_person` (optional): the contact asked for a person; without it the run ends and the workspace's fallback acts.
 *
 * @example { "text": { "en": "Which e-mail may we answer to?", "de": "An welche E-Mail dürfen wir antworten?" }, "answer": { "type": "email" }, "why_text": "We send the answer there.", "save_to": { "contact_field": "email" }, "retries": 2, "timeout": { "seconds": 86400 }, "asked_for_person": true }
 */
export const askQuestion = defineStep({
  type: "ask_question",
  title: "Ask question",
  description: "Asks the contact and waits for an answer that fits.",
  config: configSchema,
  shape: shapeSchema,
  outputPaths: (shape) => [
    { id: "answered", title: "Answered", isRequired: true },
    ...(shape.no_valid_answer
      ? [{ id: "no_valid_answer", title: "No valid answer", isRequired: false }]
      : []),
    ...(shape.timeout === null
      ? []
      : [{ id: "timeout", title: "No answer in time", isRequired: false }]),
    ...(shape.delivery_failed
      ? [{ id: "delivery_failed", title: "Delivery failed", isRequired: false }]
      : []),
    ...(shape.asked_for_person
      ? [{ id: "asked_for_person", title: "Asked for a person", isRequired: false }]
      : []),
  ],
  initialConfig: {
    text: "",
    answer: { type: "text" },
    save_to: {},
    timeout: { seconds: null },
    no_valid_answer: false,
    skip_when_known: false,
  },
  example: {
    text: {
      en: "Which e-mail may we answer to?",
      de: "An welche E-Mail dürfen wir antworten?",
    },
    answer: { type: "email" },
    why_text: "We send the answer there.",
    save_to: { contact_field: "email" },
    retries: 2,
    timeout: { seconds: 86_400 },
    asked_for_person: true,
  },
  speaks: true,
  parks: ({ skip_when_known }) => (skip_when_known ? "maybe" : "always"),
  skipPath: "answered",
  summary: ({ text }) => firstVariant(text),
  variablePlaces: [
    { path: ["text"], holds: "template" },
    { path: ["retry_text"], holds: "template" },
    { path: ["why_text"], holds: "template" },
    { path: ["save_to", "variable"], holds: "name" },
  ],
  reads: ({ text, retry_text, why_text }) =>
    [text, retry_text, why_text ?? ""].flatMap(localizedReads),
  writes: ({ save_to }) => savedPaths(save_to),
  question: ({ answer, timeout }) => ({
    answer,
    answerField: ["answer"],
    timeoutSeconds: timeout?.seconds ?? null,
    timeoutField: ["timeout", "seconds"],
  }),
  texts: ({ text, why_text, retry_text, answer }) => [
    { text, path: ["text"] },
    { text: retry_text, path: ["retry_text"] },
    ...(why_text === null ? [] : [{ text: why_text, path: ["why_text"] }]),
    ...("options" in answer
      ? answer.options.map(({ label }, index) => ({
          text: label,
          path: ["answer", "options", index, "label"],
        }))
      : []),
  ],
  check: ({ save_to, answer, skip_when_known }) => [
    ...(skip_when_known && save_to.contact_field === undefined
      ? [{ path: ["save_to", "contact_field"], message: "choose the field that may be known" }]
      : []),
    ...(save_to.contact_field === "email" && answer.type !== "email"
      ? [{ path: ["answer", "type"], message: "ask for an e-mail to save it as one" }]
      : []),
    ...(save_to.contact_field !== undefined && answer.type === "file"
      ? [{ path: ["save_to", "contact_field"], message: "a contact field cannot hold files" }]
      : []),
  ],
  enter: (config, context) => {
    const { save_to, skip_when_known, text } = config;
    const known = skip_when_known ? context.lookUp(`contact.${save_to.contact_field}`) : null;
    if (known !== undefined && known !== null && known !== "") {
      const effects = saveAnswer({ variable: save_to.variable }, known);
      return leave("answered", { evidence: [{ already_known: known }], effects });
    }
    const timeout = timeoutOf(config, context.conversation);
    return ask(config, context, text, firstTry(timeout === null ? null : context.now + timeout));
  },
  resume: (config, context, event, state) => {
    const tries = toTries(state);
    if (event.type === "reply") return takeReply(config, context, event, tries);
    if (event.type === "ask_again")
      return ask(config, context, config.text, { ...tries, pending: null });
    if (event.type === "delivery" && event.delivery === "failed" && config.delivery_failed)
      return leave("delivery_failed");
    if (event.type !== "timer") return keepWaiting(config, tries);
    if (event.name === silenceTimer)
      return judgeJoined(config, context, tries, (reply, reason) =>
        askAgain(config, context, tries, reply, reason),
      );
    if (tries.pending === null) return leave("timeout");
    // What was written in time is judged even when the silence after it was not waited out.
    return judgeJoined(config, context, tries, (reply, reason) =>
      leave("timeout", { evidence: [invalidEvidence(reply, reason, false)] }),
    );
  },
});
