import { day, type Json, type JsonObject } from "#core/domain";
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
  ({ type: "reply", text, quickReplyId, asksForPerson: false }) as const;

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

describe("a wish for a person", () => {
  const wish = (text: string) => ({ ...reply(text), asksForPerson: true });
  it("is understood before the answer is judged", () => {
    const step = bindStep(askQuestion, { ...email, asked_for_person: true });
    expect(step.resume(aStepContext(), wish("a human please"), null)).toMatchObject({
      kind: "leave",
      path: "asked_for_person",
    });
  });

  it("ends the run where no path is wired", () => {
    expect(
      bindStep(askQuestion, email).resume(aStepContext(), wish("a human please"), null),
    ).toMatchObject({ kind: "end", outcome: { kind: "asked_for_person" } });
  });

  it("is an answer where an option says the same", () => {
    const step = bindStep(askQuestion, {
      ...choice,
      answer: {
        type: "single_choice",
        options: [...options, { id: "human", label: "A human, please!" }],
      },
    });
    expect(step.resume(aStepContext(), wish("a human please"), null)).toMatchObject({
      kind: "end",
    });
    expect(step.resume(aStepContext(), wish("a human, please"), null)).toMatchObject({
      path: "answered",
      evidence: [{ answer: "human" }],
    });
    expect(
      step.resume(aStepContext(), { ...wish("x"), quickReplyId: "human" }, null),
    ).toMatchObject({ path: "answered" });
  });
});

it("leaves by delivery failed only where that path is on", () => {
  const failed = { type: "delivery", delivery: "failed" } as const;
  const step = bindStep(askQuestion, { ...email, delivery_failed: true });
  expect(step.resume(aStepContext(), failed, null)).toEqual({
    kind: "leave",
    path: "delivery_failed",
  });
  expect(step.resume(aStepContext(), { ...failed, delivery: "sent" }, null).kind).toBe("wait");
  expect(bindStep(askQuestion, email).resume(aStepContext(), failed, null).kind).toBe("wait");
});

describe("in several languages", () => {
  const localized = {
    text: { en: "Which?", de: "Welche?", "de-AT": "Wöche?" },
    answer: {
      type: "single_choice",
      options: [
        { id: "return", label: { en: "A return", de: "Eine Rücksendung" } },
        { id: "other", label: "Other" },
      ],
    },
    retry_text: { en: "Again?", de: "Noch einmal?" },
  };

  it.each([
    ["de", "Welche?", "Eine Rücksendung"],
    ["de-AT", "Wöche?", "Eine Rücksendung"],
    ["DE-ch", "Welche?", "Eine Rücksendung"],
    ["fr", "Which?", "A return"],
    ["", "Which?", "A return"],
  ])("speaks %s", (language, text, label) => {
    expect(
      bindStep(askQuestion, localized).enter(aStepContext({ language })).effects,
    ).toMatchObject([
      {
        text,
        quickReplies: [
          { id: "return", label },
          { id: "other", label: "Other" },
        ],
      },
    ]);
  });

  it("understands the labels that it showed", () => {
    const step = bindStep(askQuestion, localized);
    const german = aStepContext({ language: "de" });
    expect(step.resume(german, reply("rücksendung"), null).kind).toBe("wait");
    expect(step.resume(german, reply("eine ruck"), null)).toMatchObject({
      evidence: [{ answer: "return" }],
    });
  });

  it.each([
    ["de", "Ist es da?", "Yes"],
    ["de", { de: "Ist es da?", en: "Is it there?" }, "Ja"],
    ["es", { de: "Ist es da?", es: "¿Está?" }, "Sí"],
    ["pl", { de: "Ist es da?" }, "Ja"],
  ])("offers yes and no in the language it asks in: %s %j", (language, text, label) => {
    const step = bindStep(askQuestion, { text, answer: { type: "yes_no" } });
    expect(step.enter(aStepContext({ language })).effects).toMatchObject([
      { quickReplies: [{ id: "yes", label }, { id: "no" }], answerInput: { kind: "yes_no" } },
    ]);
  });

  it("reads the variables of every variant", () => {
    const step = bindStep(askQuestion, {
      ...email,
      text: { en: "Hi {{ a }}", de: "Hallo {{ b }}" },
      why_text: "{{ c }}",
    });
    expect(step.reads.map(({ path }) => path)).toEqual(["a", "b", "c"]);
  });
});

it("writes every kind of value into a custom field", () => {
  const saved = (answer: JsonObject, event: ReturnType<typeof reply>) =>
    bindStep(askQuestion, { text: "?", answer, save_to: { contact_field: "custom.x" } }).resume(
      aStepContext(),
      event,
      null,
    ).effects;
  const field = (x: Json) => [{ type: "change_contact", fields: { custom: { x } } }];
  expect(saved({ type: "number" }, reply("1.5"))).toEqual(field(1.5));
  expect(saved({ type: "yes_no" }, reply("yes"))).toEqual(field(true));
  expect(saved({ type: "multiple_choice", options }, reply("1, 3"))).toEqual(field("order, other"));
});

it("has the paths its options ask for", () => {
  const paths = (more: object) =>
    bindStep(askQuestion, { ...email, ...more }).outputPaths.map(({ id }) => id);
  expect(paths({})).toEqual(["answered", "timeout"]);
  expect(paths({ timeout: null, no_valid_answer: true })).toEqual(["answered", "no_valid_answer"]);
  expect(paths({ delivery_failed: true, asked_for_person: true })).toEqual([
    "answered",
    "timeout",
    "delivery_failed",
    "asked_for_person",
  ]);
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
  [{ ...email, text: { de: "Hallo", english: "Hi" } }, [expect.stringContaining("text.english: ")]],
  [{ ...email, text: {} }, ["text: write the text in one language"]],
  [{ ...email, text: { en: "" } }, ["text.en: write the question"]],
  [{ ...email, text: { en: "{{ a" } }, [expect.stringContaining("text.en: “{{”")]],
  [{ ...email, text: 5 }, ["text: write one text, or one for each language"]],
  [{ answer: { type: "text" } }, ["text: write the question"]],
  [
    { text: "?", answer: { type: "text", pattern: "(a)\\1" } },
    [expect.stringContaining("answer.pattern: this pattern cannot be used")],
  ],
  [
    { text: "?", answer: { type: "text", pattern: "([a-z]{1,100}){1,10}" } },
    ["answer.pattern: this pattern is too large; use fewer or smaller repetitions"],
  ],
  [
    { text: "?", answer: { type: "number", min: 3, max: 2 } },
    ["answer.max: the highest number is below the lowest"],
  ],
  [
    { text: "?", answer: { type: "date", min: "tomorrow" } },
    ["answer.min: write a date as 2026-03-31, or “today”"],
  ],
  [
    { text: "?", answer: { type: "phone", default_country: "DEU" } },
    ["answer.default_country: choose a country by its two letters, as in “DE”"],
  ],
  [{ text: "?", answer: { type: "file", max: 6 } }, ["answer.max: ask for at most 5 files"]],
  [
    { text: "?", answer: { type: "multiple_choice", options, min: 4 } },
    ["answer.min: the fewest choices are more than there may be"],
  ],
  [
    { text: "?", answer: { type: "file" }, save_to: { contact_field: "name" } },
    ["save_to.contact_field: a contact field cannot hold files"],
  ],
  [{ ...email, timeout: { seconds: 5 } }, ["timeout.seconds: wait at least 1 minute"]],
  [{ text: "a", answer: { type: "colour" } }, [expect.stringContaining("answer.type: ")]],
])("refuses %j", (config, problems) => {
  expect(problemsOf(askQuestion, config)).toEqual(problems);
});
