import type { CallOutcome, Json, JsonObject, StepEvent } from "#core/domain";
import { hour } from "#core/domain";
import type { ActionType, StepContext, StepResult } from "#core/engine";
import { actionCatalogue } from "#integrations";
import {
  aContact,
  aConversation,
  aStepContext,
  bindStep,
  builtAt,
  problemsOf,
} from "#testing/builders";
import { describe, expect, it } from "vitest";
import { runAction } from "./step.ts";

const refund: ActionType = {
  name: "shop.refund@1",
  integration: "shop",
  title: "Refund order",
  description: "Pays money back.",
  inputs: [
    { name: "order", title: "Order", type: "string", isRequired: true },
    { name: "amount", title: "Amount", type: "number", isRequired: true },
    { name: "currency", title: "Currency", type: "string", isRequired: false },
  ],
  outputs: [{ name: "refund_id", title: "Refund", type: "string", isRequired: true }],
  isRepeatable: false,
  confirms: true,
  amount: { input: "amount", currencyInput: "currency" },
  perform: null,
};
const actions = new Map([...actionCatalogue, [refund.name, refund]]);
const world = (overrides: Parameters<typeof aStepContext>[0] = {}, notes: JsonObject[] = []) =>
  aStepContext({ actions, variables: { order: "1001", total: "12.50" }, ...overrides }, notes);
const input = {
  order: { variable: "order" },
  amount: { template: "{{ total }}" },
  currency: { literal: "EUR" },
};
const step = (config: JsonObject = {}) =>
  bindStep(runAction, { action: refund.name, input, confirm: false, ...config });
const reply = (text: string, quickReplyId: string | null = null): StepEvent => ({
  type: "reply",
  text,
  quickReplyId,
  asksForPerson: false,
});
const call = (outcome: CallOutcome): StepEvent => ({ type: "call", key: "k", outcome });
const stateOf = (result: StepResult): Json => (result.kind === "wait" ? result.state : null);
const messageOf = (result: StepResult) => {
  const message = result.effects?.find((effect) => effect.type === "send_message");
  return message?.type === "send_message" ? message : undefined;
};
const buttonsOf = (result: StepResult) =>
  messageOf(result)?.quickReplies?.map(({ id }) => id) ?? [];

describe("an action on another machine", () => {
  it("is called with its input filled in and fitted to its types, and waited for", () => {
    expect(step({ timeout_seconds: 60, limits: { per_day: 500 } }).enter(world())).toMatchObject({
      kind: "wait",
      wait: { for: "action", takesReply: false, timers: [] },
      effects: [
        {
          type: "call",
          request: {
            kind: "action",
            action: "shop.refund@1",
            input: { order: "1001", amount: 12.5, currency: "EUR" },
            amount: { value: 12.5, currency: "EUR" },
            limits: { perCall: null, perContact: null, perDay: 500 },
          },
          isRepeatable: false,
          timeoutSeconds: 60,
        },
      ],
    });
  });

  const settle = (outcome: CallOutcome, config: JsonObject = {}) => {
    const bound = step(config);
    return bound.resume(world(), call(outcome), stateOf(bound.enter(world())));
  };

  it("leaves by success, keeps the answer and shares it as a note", () => {
    const output = { refund_id: "R*1" };
    const result = settle({ kind: "done", output }, { save_to: "refund", share_response: true });
    expect(result).toMatchObject({
      kind: "leave",
      path: "success",
      effects: [
        { type: "set_variable", name: "refund", value: output },
        { type: "add_note", text: "Refund order:\n- Refund: R\\*1" },
      ],
      evidence: [{ output }],
    });
  });

  it("fails with the code of a failed call, and says so to the contact", () => {
    const problem = { code: "not_found", message: "No such order." };
    expect(settle({ kind: "failed", problem }, { error_message: "Sorry, {{ order }}." })).toEqual({
      kind: "fail",
      problem,
      effects: [{ type: "send_message", text: "Sorry, 1001." }],
      evidence: [{ failed: "not_found" }],
    });
  });

  it("never repeats a call that may have been made: it fails and tells the team what is unknown", () => {
    const result = settle({ kind: "unknown", problem: { code: "timeout", message: "No answer." } });
    expect(result).toMatchObject({
      kind: "fail",
      problem: { code: "outcome_unknown", details: { action: refund.name, reason: "timeout" } },
      effects: [{ type: "add_note", text: expect.stringContaining("- Order: 1001") }],
    });
  });

  it.each([
    ["just fits", "x".repeat(64 * 1_024 - 2), "leave"],
    ["is one byte too large", "x".repeat(64 * 1_024 - 1), "fail"],
    ["is too large only in UTF-8", "é".repeat(33 * 1_024), "fail"],
  ])("takes an answer of 64 kB at most: one that %s", (_name, output, kind) => {
    const result = settle({ kind: "done", output });
    expect(result.kind).toBe(kind);
    if (result.kind === "fail") expect(result.problem.code).toBe("output_too_large");
  });

  it("goes on waiting when anything else comes", () => {
    const bound = step();
    const waiting = bound.enter(world());
    expect(bound.resume(world(), { type: "timer", name: "x" }, stateOf(waiting))).toMatchObject({
      kind: "wait",
      state: stateOf(waiting),
    });
  });

  it("fails as over its limit before it is called", () => {
    expect(step({ limits: { per_call: 12 } }).enter(world())).toMatchObject({
      kind: "fail",
      problem: { code: "limit", details: { amount: 12.5, limit: 12, of: "call" } },
    });
  });
});

it.each([
  ["a required input without a value", { variables: { total: 1 } }, "Order has no value"],
  ["a text that is no number", { variables: { order: "1", total: "lots" } }, "Amount should be"],
])("fails as invalid_input for %s", (_name, given, message) => {
  expect(step().enter(world(given))).toMatchObject({
    kind: "fail",
    problem: { code: "invalid_input", message: expect.stringContaining(message) },
  });
});

it("fails as action_gone when the action is no longer there, also after a yes was asked for", () => {
  const bound = step({ confirm: true });
  const waiting = bound.enter(world());
  const without = aStepContext({ actions: new Map() });
  for (const result of [
    bound.enter(without),
    bound.resume(without, reply("Yes", buttonsOf(waiting)[0]), stateOf(waiting)),
  ])
    expect(result).toMatchObject({ kind: "fail", problem: { code: "action_gone" } });
});

describe("an action inside Switchboard", () => {
  it("runs at once", () => {
    const config = {
      action: "switchboard.add_tag@1",
      input: { tag: { template: "{{ contact.first_name | downcase }}" } },
      confirm: false,
    };
    const context = world({ contact: aContact({ name: "Mia Berg" }) });
    expect(bindStep(runAction, config).enter(context)).toMatchObject({
      kind: "leave",
      path: "success",
      effects: [{ type: "change_tags", of: "contact", add: ["mia"], remove: [] }],
    });
  });

  it("may ask and wait, and is asked again with what came", () => {
    const config = { action: "switchboard.prove_email@1", input: {}, confirm: false };
    const context = world({ contact: aContact({ email: "mia@shop.example" }) });
    const bound = bindStep(runAction, config);
    const sending = bound.enter(context);
    expect(sending).toMatchObject({ kind: "wait", wait: { for: "action" } });
    const sent = bound.resume(context, call({ kind: "done", output: null }), stateOf(sending));
    expect(sent).toMatchObject({ kind: "wait", wait: { for: "reply", takesReply: true } });
    expect(bound.resume(context, reply("no idea"), stateOf(sent))).toMatchObject({ kind: "wait" });
    expect(bound.resume(context, { type: "timer", name: "code" }, stateOf(sent))).toMatchObject({
      kind: "fail",
      problem: { code: "code_expired" },
    });
  });
});

describe("the confirmation", () => {
  const bound = step({ confirm: true });
  const asked = bound.enter(world());
  const [yes = "", no = ""] = buttonsOf(asked);
  const answer = (event: StepEvent, context: StepContext = world(), from = asked) =>
    bound.resume(context, event, stateOf(from));

  it("shows what will be done with which values, and two buttons of this visit", () => {
    expect(messageOf(asked)?.text).toBe(
      "Shall we go ahead with this?\n\n**Refund order**\n\n- Order: 1001\n- Amount: 12.5\n- Currency: EUR",
    );
    expect(yes).toMatch(/^yes-[a-z0-9]{8}-1$/);
    expect(no).toBe(yes.replace("yes", "no"));
    expect(asked).toMatchObject({
      wait: {
        for: "confirmation",
        takesReply: true,
        timers: [{ name: "confirmation", dueAt: builtAt + hour }],
      },
    });
  });

  it("asks in the run's language, with a text of one's own where there is one", () => {
    expect(messageOf(bound.enter(world({ language: "de-AT" })))?.text).toContain("Sollen wir");
    const own = step({ confirm: true, confirm_text: "Refund {{ order }}?" }).enter(world());
    expect(messageOf(own)?.text).toBe(
      "Refund 1001?\n\n- Order: 1001\n- Amount: 12.5\n- Currency: EUR",
    );
  });

  it("shows a value as it is, whatever Markdown it holds", () => {
    const order = "**1**\n[x](https://evil.example)";
    const shown = messageOf(bound.enter(world({ variables: { order, total: 1 } })))?.text;
    expect(shown).toContain("- Order: \\*\\*1\\*\\* \\[x\\](https://evil.example)\n");
  });

  it("runs after a yes", () => {
    expect(answer(reply("Yes", yes))).toMatchObject({
      kind: "wait",
      wait: { for: "action" },
      evidence: [{ confirmed: true }, { called: refund.name }],
    });
  });

  it("leaves by declined after a no, and by no_answer when nothing came", () => {
    expect(answer(reply("No", no))).toMatchObject({ kind: "leave", path: "declined" });
    expect(answer({ type: "timer", name: "confirmation" })).toEqual({
      kind: "leave",
      path: "no_answer",
    });
  });

  it("never runs on a late yes: it asks again with fresh values", () => {
    const late = world({ now: builtAt + hour, variables: { order: "1002", total: 3 } });
    const again = answer(reply("Yes", yes), late);
    expect(again).toMatchObject({ kind: "wait", wait: { for: "confirmation" } });
    expect(messageOf(again)?.text).toContain("too late");
    expect(messageOf(again)?.text).toContain("- Order: 1002");
    expect(again.effects?.some(({ type }) => type === "call")).toBe(false);
  });

  it("counts only for exactly those values: it asks again when one has changed", () => {
    const changed = world({ variables: { order: "1001", total: "99" } });
    const again = answer(reply("Yes", yes), changed);
    expect(messageOf(again)?.text).toContain("- Amount: 99");
    expect(answer(reply("Yes", yes), changed, again)).toMatchObject({
      wait: { for: "confirmation" },
      evidence: [{ not_counted: "a yes to an earlier question" }, expect.anything()],
    });
    const [newYes = ""] = buttonsOf(again);
    expect(answer(reply("Yes", newYes), changed, again)).toMatchObject({ wait: { for: "action" } });
  });

  it("does not know the buttons of another visit", () => {
    expect(answer(reply("Yes", "yes-zzzzzzzz-1"))).toMatchObject({ wait: { for: "confirmation" } });
  });

  it("asks once more after anything else, then waits on and notes what was written", () => {
    const again = answer(reply("yes"));
    expect(buttonsOf(again)).toHaveLength(2);
    const quiet = answer(reply("hello?"), world(), again);
    expect(quiet).toMatchObject({
      kind: "wait",
      evidence: [{ not_an_answer: "hello?" }],
      state: stateOf(again),
    });
    expect(quiet.effects).toBeUndefined();
  });

  it("asks again without more when a member says so", () => {
    expect(buttonsOf(answer({ type: "ask_again" }))).toHaveLength(2);
  });

  it("gives way to a wish for a person", () => {
    const event = {
      type: "reply",
      text: "human",
      quickReplyId: null,
      asksForPerson: true,
    } as const;
    expect(answer(event)).toMatchObject({ kind: "end", outcome: { kind: "asked_for_person" } });
  });

  describe("off the widget", () => {
    const onMail = (language = "en") =>
      world({ conversation: aConversation({ channel: "email" }), language });

    it("says which words count, and waits for 72 hours", () => {
      const mailed = bound.enter(onMail());
      expect(messageOf(mailed)?.text).toContain("“yes” or “no”");
      expect(mailed).toMatchObject({ wait: { timers: [{ dueAt: builtAt + 72 * hour }] } });
    });

    it.each([
      ["en", "Yes.", "wait action"],
      ["en", "no!", "leave declined"],
      ["en", "yes please, but the other one", "wait confirmation"],
      ["en", "ok", "wait confirmation"],
      ["en", "ja", "wait confirmation"],
      ["de", " Ja ", "wait action"],
      ["de", "nein", "leave declined"],
      ["fr", "« oui »", "wait action"],
      ["es", "¡Sí!", "wait action"],
      ["es", "si", "wait action"],
      ["nl", "yes", "wait action"],
    ])("in %s takes the exact word only: %s", (language, text, expected) => {
      const context = onMail(language);
      const result = answer(reply(text), context, bound.enter(context));
      const came =
        result.kind === "wait" ? result.wait.for : result.kind === "leave" && result.path;
      expect(`${result.kind} ${came}`).toBe(expected);
    });
  });
});

describe("what publish and the canvas know", () => {
  const speaks = (config: JsonObject) => {
    const bound = runAction.bind(config, actions);
    return bound.ok && bound.step.speaks;
  };

  it.each([
    [{ action: "switchboard.add_tag@1" }, false],
    [{ action: "switchboard.add_tag@1", confirm: true }, true],
    [{ action: "switchboard.add_tag@1", error_message: "Sorry" }, true],
    [{ action: "switchboard.prove_email@1" }, true],
    [{ action: refund.name }, true],
    [{ action: refund.name, confirm: false }, false],
    [{ action: "gone.away@1" }, false],
  ])("%j speaks to the contact: %s", (config, expected) => {
    expect(speaks(config)).toBe(expected);
  });

  it("is what an input names, and where the answer is saved", () => {
    const config = {
      action: "switchboard.set_variable@1",
      input: { name: { literal: "level" }, value: { literal: 1 } },
      save_to: "answer",
    };
    const bound = runAction.bind(config, actions);
    expect(bound.ok && bound.step.writes).toEqual(["answer", "level"]);
  });

  it("is the paths that its options give it", () => {
    const paths = (config: JsonObject) => runAction.sketch(config).outputPaths.map(({ id }) => id);
    expect(paths({ confirm: false })).toEqual(["success"]);
    expect(paths({ confirm: true, failure: true })).toEqual([
      "success",
      "declined",
      "no_answer",
      "failure",
    ]);
  });

  it.each([
    [{ action: "" }, "action: choose an action"],
    [{ action: "shopify.find_order" }, "action: choose an action"],
    [
      { action: refund.name, input: { order: { template: "{{ a" } } },
      "input.order.template: “{{” at character 1 has no “}}”",
    ],
    [{ action: refund.name, timeout_seconds: 121 }, "timeout_seconds: at most 120 seconds"],
    [
      { action: refund.name, limits: { per_day: 0 } },
      "limits.per_day: a limit is more than nothing",
    ],
    [{ action: refund.name, save_to: "contact" }, "save_to: this name is taken; choose another"],
  ])("refuses %j", (config, problem) => {
    expect(problemsOf(runAction, config)).toContain(problem);
  });
});
