import { type Json, second } from "#core/domain";
import {
  type Answer,
  checkSaved,
  countTry,
  cutToScan,
  end,
  fromTries,
  join,
  leave,
  optionNamed,
  parseAnswer,
  type Reply,
  saveAnswer,
  silenceTimer,
  type StepContext,
  type StepEffect,
  type StepResult,
  type Tries,
  waitFor,
} from "#core/engine";
import { toAnswerInput, toButtons } from "./answer-widgets.ts";
import { type Config, joinsMessages, retriesOf } from "./config.ts";

/** After so long without a message a burst is over and judged as one (SPEC 3). */
const silence = 2 * second;

/** What a message comes to: taken at once, kept until the contact falls silent, or a wish for a person. */
export const takeReply = (
  config: Config,
  context: StepContext,
  reply: Reply & { readonly asksForPerson: boolean },
  tries: Tries,
): StepResult => {
  const buttons = toButtons(config, context);
  const isButton = buttons.some(({ id }) => id === reply.quickReplyId);
  if (reply.asksForPerson && !isButton && optionNamed(buttons, reply.text) === undefined)
    return toPerson(config, reply);
  if (isButton || !joinsMessages(config, context.conversation)) {
    const answer = judge(config, context, reply);
    if (answer.valid) return answered(config, answer.value);
  }
  return keepWaiting(config, join(tries, reply, context.now + silence));
};

/** The contact is silent, or the time is over: what was written is judged once, as one message. */
export const judgeJoined = (
  config: Config,
  context: StepContext,
  tries: Tries,
  onInvalid: (reply: Reply, reason: string) => StepResult,
): StepResult => {
  const { pending } = tries;
  if (pending === null) return keepWaiting(config, tries);
  const reply = { text: pending.text, quickReplyId: null, attachments: pending.attachments };
  const answer = judge(config, context, reply);
  return answer.valid ? answered(config, answer.value) : onInvalid(reply, answer.reason);
};

/** Asks again, or gives up when the retries are used up. */
export const askAgain = (
  config: Config,
  context: StepContext,
  before: Tries,
  reply: Reply,
  reason: string,
): StepResult => {
  const { tries, costsRetry } = countTry({ ...before, pending: null }, reply);
  const evidence = [invalidEvidence(reply, reason, costsRetry)];
  if (tries.invalid > retriesOf(config, context.conversation))
    return leave("no_valid_answer", { evidence });
  const text = costsRetry ? config.retry_text : (config.why_text ?? config.retry_text);
  return { ...ask(config, context, text, tries), evidence };
};

/** What stands in the history about an answer that did not fit. */
export const invalidEvidence = (reply: Reply, reason: string, costsRetry: boolean) => ({
  invalid_answer: cutToScan(reply.text, 200),
  reason,
  costs_retry: costsRetry,
});

/** Says a text with the buttons and the input of the question, and waits. */
export const ask = (
  config: Config,
  context: StepContext,
  text: Config["text"],
  tries: Tries,
): StepResult =>
  keepWaiting(config, tries, [
    {
      type: "send_message",
      text: context.say(text, "markdown"),
      quickReplies: toButtons(config, context),
      answerInput: toAnswerInput(config),
    },
  ]);

/** Goes on waiting: until the time is over, and until silence where messages wait to be judged. */
export const keepWaiting = (
  { answer }: Config,
  tries: Tries,
  effects: readonly StepEffect[] = [],
): StepResult =>
  waitFor(
    {
      for: "reply",
      takesReply: true,
      // A rating never opens a closed conversation again (SPEC 8, template 5).
      keepsClosed: answer.type === "rating",
      timers: [
        ...(tries.dueAt === null ? [] : [{ name: "timeout", dueAt: tries.dueAt }]),
        ...(tries.pending === null ? [] : [{ name: silenceTimer, dueAt: tries.pending.judgedAt }]),
      ],
    },
    fromTries(tries),
    { effects },
  );

const judge = (
  config: Config,
  { now, language, workspace, contact }: StepContext,
  reply: Reply,
): Answer =>
  checkSaved(
    config.save_to,
    parseAnswer(config.answer, reply, {
      now,
      language,
      workspaceLanguage: workspace.language,
      timezone: contact.timezone ?? workspace.timezone,
    }),
  );

const answered = ({ save_to, answer }: Config, value: Json): StepResult => {
  const isRating = answer.type === "rating" && answer.save_as_rating && typeof value === "number";
  const rating: readonly StepEffect[] = isRating
    ? [{ type: "set_rating", score: value, scale: answer.scale }]
    : [];
  return leave("answered", {
    effects: [...saveAnswer(save_to, value), ...rating],
    evidence: [{ answer: value }],
  });
};

const toPerson = ({ asked_for_person }: Config, { text }: Reply): StepResult => {
  const evidence = [{ asked_for_person: cutToScan(text, 200) }];
  return asked_for_person
    ? leave("asked_for_person", { evidence })
    : end({ kind: "asked_for_person" }, { evidence });
};
