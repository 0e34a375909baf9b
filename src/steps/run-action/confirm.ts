import { hour, type JsonObject, type QuickReply, type StepEvent } from "#core/domain";
import {
  type ActionType,
  leave,
  resolveInputs,
  type StepContext,
  type StepResult,
  waitFor,
} from "#core/engine";
import { carryOut, failure, type Use } from "./carry-out.ts";
import type { Config } from "./config.ts";
import { exactYesNo, gateTexts } from "./gate-texts.ts";
import { isSame, listValues } from "./list-values.ts";
import type { Confirming } from "./visit-state.ts";

/** A yes is good for so long after it was asked for (SPEC 3). */
const answerHours = (channel: string | undefined): number => (channel === "email" ? 72 : 1);

/** Tells whether the contact is asked before the action runs. */
export const needsConfirmation = (config: Config, action: ActionType | undefined): boolean =>
  config.confirm ?? action?.confirms ?? false;

/** Asks the contact to confirm: what will be done with exactly which values, and two buttons that count for these alone. */
export const askFirst = (use: Use): StepResult => {
  const nonce = Array.from({ length: 8 }, () => use.context.draw(36).toString(36)).join("");
  return ask(use, { nonce, asked: 0, isReminded: false }, "ask");
};

/** Takes up a visit that waits for the contact's yes. */
export const resumeConfirming = (
  config: Config,
  context: StepContext,
  action: ActionType,
  event: StepEvent,
  state: Confirming,
): StepResult => {
  const again = (
    why: "ask" | "changed" | "late",
    evidence: JsonObject,
    isReminded = state.isReminded,
  ) => {
    const resolved = resolveInputs(action, config.input, context);
    if (!resolved.ok) return failure(config, context, resolved.problem, { evidence: [evidence] });
    const use = { config, context, action, input: resolved.input };
    return ask(use, { ...state, isReminded }, why, [evidence]);
  };
  if (event.type === "timer") return leave("no_answer");
  if (event.type === "ask_again") return again("ask", { asked_again: "by a member" });
  if (event.type !== "reply") return keepWaiting(state);
  switch (readAnswer(event, state, context)) {
    case "no":
      return leave("declined", { evidence: [{ confirmed: false }] });
    case "old_yes":
      return again("ask", { not_counted: "a yes to an earlier question" });
    case "yes": {
      // A yes that comes after its time never runs, even when the timer has not rung yet.
      if (context.now >= state.dueAt) return again("late", { not_counted: "a late yes" });
      const resolved = resolveInputs(action, config.input, context);
      if (!resolved.ok) return failure(config, context, resolved.problem);
      const { input } = resolved;
      if (!isSame(input, state.input))
        return again("changed", { not_counted: "a yes to other values" });
      return carryOut({ config, context, action, input }, [{ confirmed: true }]);
    }
    case "other": {
      const evidence = { not_an_answer: event.text.slice(0, 200) };
      return state.isReminded ? keepWaiting(state, [evidence]) : again("ask", evidence, true);
    }
  }
};

const readAnswer = (
  { text, quickReplyId }: Extract<StepEvent, { type: "reply" }>,
  { nonce, asked }: Confirming,
  { conversation, language }: StepContext,
): "yes" | "old_yes" | "no" | "other" => {
  if (quickReplyId !== null) {
    if (quickReplyId === `yes-${nonce}-${asked}`) return "yes";
    if (quickReplyId.startsWith(`yes-${nonce}-`)) return "old_yes";
    return quickReplyId.startsWith(`no-${nonce}-`) ? "no" : "other";
  }
  // Where there are buttons only they count.
  if (conversation === null || conversation.channel === "widget") return "other";
  const said = exactYesNo(text, gateTexts(language));
  if (said === null) return "other";
  return said ? "yes" : "no";
};

const ask = (
  { config, context, action, input }: Use,
  { nonce, asked, isReminded }: Pick<Confirming, "nonce" | "asked" | "isReminded">,
  why: "ask" | "changed" | "late",
  evidence: readonly JsonObject[] = [],
): StepResult => {
  const { conversation, language, now } = context;
  const texts = gateTexts(language);
  const isOnWidget = conversation === null || conversation.channel === "widget";
  const ownText = why === "ask" ? config.confirm_text : null;
  const parts = [
    ownText === null ? `${texts[why]}\n\n**${action.title}**` : context.say(ownText, "markdown"),
    listValues(action.inputs, input),
    isOnWidget ? "" : texts.byWord,
  ];
  const state: Confirming = {
    phase: "confirming",
    nonce,
    asked: asked + 1,
    input,
    dueAt: now + answerHours(conversation?.channel) * hour,
    isReminded,
  };
  const quickReplies: QuickReply[] = [
    { id: `yes-${nonce}-${state.asked}`, label: texts.yes },
    { id: `no-${nonce}-${state.asked}`, label: texts.no },
  ];
  const text = parts.filter((part) => part !== "").join("\n\n");
  const waiting = keepWaiting(state, [...evidence, { asked: input }]);
  return { ...waiting, effects: [{ type: "send_message", text, quickReplies }] };
};

const keepWaiting = (state: Confirming, evidence: readonly JsonObject[] = []): StepResult =>
  waitFor(
    {
      for: "confirmation",
      takesReply: true,
      timers: [{ name: "confirmation", dueAt: state.dueAt }],
    },
    state,
    { evidence },
  );
