import { type Json, minute, type Moment } from "#core/domain";
import type { ActionResult, ActionContext } from "#core/engine";
import { z } from "zod";
import { defineAction, done, failed } from "../define-action.ts";
import { codeTexts } from "../code-texts.ts";
import { drawCode, findCode, looksLikeCode } from "../email-code.ts";

/** SPEC 1: a code is good for 10 minutes and 5 tries. */
const codeLasts = 10 * minute;
const mostTries = 5;

/** What the action remembers while it waits. */
const stateSchema = z.object({
  email: z.string(),
  code: z.string(),
  dueAt: z.number(),
  tries: z.number(),
  isSent: z.boolean(),
});
type State = z.infer<typeof stateSchema>;

/**
 * Proves that an e-mail address belongs to the contact.
 *
 * Sends a code of eight characters to the address and waits for the contact to write it: 10 minutes, 5 tries, one use. From then on
 * the address is proven: it merges contacts, matches orders and reveals earlier conversations. Without an address in the input the
 * contact's own is taken. One that is proven already is not asked again.
 *
 * Fails with `no_email`, `not_connected` when no mail can be sent, `code_expired` or `too_many_tries`.
 *
 * @example { "email": "mia@example.com" }
 */
export const proveEmail = defineAction({
  name: "prove_email",
  title: "Prove e-mail by code",
  description: "Sends a code to an address and waits for the contact to repeat it.",
  inputs: [{ name: "email", title: "E-mail", type: "string", isRequired: false }],
  outputs: [{ name: "email", title: "Proven e-mail", type: "string", isRequired: true }],
  speaks: true,
  schema: z.object({ email: z.string().trim().toLowerCase().pipe(z.email()).optional() }),
  example: { email: "mia@example.com" },
  perform: ({ email }, context) => {
    const { contact } = context;
    const address = email ?? contact.email;
    if (address === null)
      return failed("no_email", "There is no e-mail address to send the code to.");
    const isBelieved =
      contact.emailVerification === "proven" || contact.emailVerification === "signed";
    if (isBelieved && contact.email?.toLowerCase() === address.toLowerCase())
      return done([], { email: address });
    const code = drawCode(context.draw);
    return {
      kind: "waits",
      for: "action",
      takesReply: false,
      timers: [],
      state: { email: address, code, dueAt: context.now + codeLasts, tries: 0, isSent: false },
      effects: [
        {
          type: "call",
          request: {
            kind: "mail",
            to: address,
            subject: codeTexts(context.language).subject(context.workspace.name),
            text: codeTexts(context.language).mail(code),
          },
          // Two mails with one code do no harm.
          isRepeatable: true,
          timeoutSeconds: 30,
        },
      ],
    };
  },
  resume: (_input, context, event, kept) => {
    const parsed = stateSchema.safeParse(kept);
    if (!parsed.success) return failed("code_expired", "The code is no longer known.");
    const state = parsed.data;
    const texts = codeTexts(context.language);
    switch (event.type) {
      case "call":
        if (state.isSent) return waitForCode(state);
        // A mail that nobody knows of may well have arrived.
        return event.outcome.kind === "failed"
          ? { kind: "failed", problem: event.outcome.problem }
          : waitForCode({ ...state, isSent: true }, texts.ask(state.email));
      case "timer":
        return expired;
      case "reply":
        return state.isSent ? judge(state, event.text, context) : waitForCode(state);
      case "ask_again":
        return waitForCode(state, state.isSent ? texts.ask(state.email) : undefined);
      default:
        return waitForCode(state);
    }
  },
});

const expired = failed("code_expired", "No code came within ten minutes.");

const judge = (state: State, text: string, { now, language }: ActionContext): ActionResult => {
  if (now >= state.dueAt) return expired;
  if (findCode(text, state.code))
    return done([{ type: "prove_email", email: state.email }], { email: state.email });
  const texts = codeTexts(language);
  if (!looksLikeCode(text))
    return waitForCode(state, texts.remind, [{ not_a_code: text.slice(0, 200) }]);
  const tries = state.tries + 1;
  if (tries >= mostTries) return failed("too_many_tries", "Five wrong codes were written.");
  return waitForCode({ ...state, tries }, texts.wrong, [{ wrong_code: tries }]);
};

const waitForCode = (
  state: State,
  text?: string,
  evidence: { readonly [name: string]: Json }[] = [],
): ActionResult => ({
  kind: "waits",
  for: state.isSent ? "reply" : "action",
  takesReply: state.isSent,
  timers: state.isSent ? [codeTimer(state.dueAt)] : [],
  state,
  effects: text === undefined ? [] : [{ type: "send_message", text }],
  evidence,
});

const codeTimer = (dueAt: Moment) => ({ name: "code", dueAt });
