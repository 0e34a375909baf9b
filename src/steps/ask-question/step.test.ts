import { day, type Json, minute } from "#core/domain";
import type { StepResult } from "#core/engine";
import { aContact, aStepContext, bindStep, builtAt, problemsOf } from "#testing/builders";
import { describe, expect, it } from "vitest";
import { askQuestion } from "./step.ts";

const email = {
  text: "E-mail?",
  answer: { type: "email" },
  retry_text: "Again?",
  save_to: { contact_field: "email", variable: "mail" },
};
const options = [
  { id: "order", label: "Größe ändern" },
  { id: "return", label: "Grüne Jacke" },
  { id: "other", label: "2 Fragen" },
];
const choice = {
  text: "Which?",
  answer: { type: "single_choice", options },
  save_to: { variable: "choice" },
};

const reply = (text: string, quickReplyId: string | null = null) =>
  ({ type: "reply", text, quickReplyId }) as const;
const stateOf = (result: StepResult): Json => (result.kind === "wait" ? result.state : null);

describe("asking", () => {
  it("sends the question with the input that fits and waits a day", () => {
    expect(bindStep(askQuestion, email).enter(aStepContext())).toMatchObject({
      kind: "wait",
      wait: { for: "reply", takesReply: true, timers: [{ name: "timeout", dueAt: builtAt + day }] },
      effects: [
        { type: "send_message", text: "E-mail?", answerInput: { kind: "email" }, quickReplies: [] },
      ],
    });
  });

  it("offers the options as buttons", () => {
    expect(bindStep(askQuestion, choice).enter(aStepContext()).effects).toMatchObject([
      { quickReplies: options },
    ]);
  });

  it("asks nothing when the field is known", () => {
    const step = bindStep(askQuestion, { ...email, skip_when_known: true });
    expect(step.enter(aStepContext({ contact: aContact({ email: "mia@shop.example" }) }))).toEqual({
      kind: "leave",
      path: "answered",
      evidence: [{ already_known: "mia@shop.example" }],
      effects: [{ type: "set_variable", name: "mail", value: "mia@shop.example" }],
    });
    expect(step.enter(aStepContext()).kind).toBe("wait");
  });
});

describe("an answer", () => {
  it("is saved where the question says", () => {
    const step = bindStep(askQuestion, email);
    expect(step.resume(aStepContext(), reply("Mia@Shop.example"), null)).toMatchObject({
      kind: "leave",
      path: "answered",
      effects: [
        { type: "set_variable", name: "mail", value: "mia@shop.example" },
        { type: "change_contact", fields: { email: "mia@shop.example" } },
      ],
    });
  });

  it.each([
    ["it's a@b.de, thanks", "a@b.de"],
    ["<A.B+c@Sub.Example.COM>.", "a.b+c@sub.example.com"],
    ["mail me: a@b.de or a@b.de", "a@b.de"],
    ["a@b.de or c@d.de", null],
    ["a@b", null],
    ["no idea", null],
  ])("as an e-mail: %s", (text, value) => {
    const result = bindStep(askQuestion, email).resume(aStepContext(), reply(text), null);
    expect(result.kind === "leave" ? result.evidence : null).toEqual(
      value === null ? null : [{ answer: value }],
    );
  });

  it.each([
    ["a button", reply("whatever", "return"), "return"],
    ["a number", reply("3"), "other"],
    [
      "the exact text, accents and case aside",
      reply("  grosse andern".replace("ss", "ß")),
      "order",
    ],
    ["an unambiguous beginning", reply("Grün"), "return"],
    ["a beginning that two options have", reply("gr"), null],
    ["a number beyond the options", reply("7"), null],
    ["a text that begins with a number", reply("2 fragen"), "other"],
    ["something else", reply("pizza"), null],
  ])("as a choice: %s", (_name, event, value) => {
    const result = bindStep(askQuestion, choice).resume(aStepContext(), event, null);
    expect(result.kind === "leave" ? result.evidence : null).toEqual(
      value === null ? null : [{ answer: value }],
    );
  });
});

describe("an answer that does not fit", () => {
  it("is asked for again without moving the timeout, until the retries are used up", () => {
    const step = bindStep(askQuestion, { ...email, retries: 1, no_valid_answer: true });
    const entered = step.enter(aStepContext());
    const later = aStepContext({ now: builtAt + 5 * minute });
    const again = step.resume(later, reply("no"), stateOf(entered));
    expect(again).toMatchObject({
      kind: "wait",
      wait: { timers: [{ dueAt: builtAt + day }] },
      effects: [{ text: "Again?" }],
      evidence: [{ invalid_answer: "no", reason: "no_email_address", costs_retry: true }],
    });
    expect(step.resume(later, reply("still no"), stateOf(again))).toMatchObject({
      kind: "leave",
      path: "no_valid_answer",
    });
  });

  it("costs no retry, twice, when it is a question", () => {
    const step = bindStep(askQuestion, { ...email, retries: 0 });
    const first = step.resume(aStepContext(), reply("why?"), null);
    const second = step.resume(aStepContext(), reply("really?"), stateOf(first));
    expect(second.kind).toBe("wait");
    expect(step.resume(aStepContext(), reply("but why?"), stateOf(second))).toMatchObject({
      path: "no_valid_answer",
    });
  });
});

it("does not fit a field that it is too long for", () => {
  const step = bindStep(askQuestion, {
    text: "Phone?",
    answer: { type: "text" },
    save_to: { contact_field: "phone" },
  });
  expect(step.resume(aStepContext(), reply("1".repeat(41)), null)).toMatchObject({
    kind: "wait",
    evidence: [{ reason: "does_not_fit_field" }],
  });
});

it("has the paths its options ask for", () => {
  const paths = (more: object) =>
    bindStep(askQuestion, { ...email, ...more }).outputPaths.map(({ id }) => id);
  expect(paths({})).toEqual(["answered", "timeout"]);
  expect(paths({ timeout: null, no_valid_answer: true })).toEqual(["answered", "no_valid_answer"]);
});

it("keeps the paths of a draft that is not finished", () => {
  expect(
    askQuestion
      .sketch({ no_valid_answer: true, timeout: { seconds: "soon" } })
      .outputPaths.map(({ id }) => id),
  ).toEqual(["answered", "no_valid_answer", "timeout"]);
});

it.each([
  [{ ...email, text: "" }, ["text: write the question"]],
  [
    { ...choice, answer: { type: "single_choice", options: options.slice(0, 1) } },
    ["answer.options: offer at least 2 options"],
  ],
  [
    { ...email, save_to: { variable: "contact" } },
    ["save_to.variable: this name is taken; choose another"],
  ],
  [
    { ...choice, save_to: { contact_field: "email" } },
    ["answer.type: ask for an e-mail to save it as one"],
  ],
  [
    { ...choice, skip_when_known: true },
    ["save_to.contact_field: choose the field that may be known"],
  ],
  [{ ...email, timeout: { seconds: 5 } }, ["timeout.seconds: wait at least 1 minute"]],
  [{ text: "a", answer: { type: "colour" } }, [expect.stringContaining("answer.type: ")]],
])("refuses %j", (config, problems) => {
  expect(problemsOf(askQuestion, config)).toEqual(problems);
});
