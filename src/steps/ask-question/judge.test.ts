import { day, type Json, minute, second } from "#core/domain";
import type { BoundStep, StepResult } from "#core/engine";
import { aConversation, aStepContext, bindStep, builtAt } from "#testing/builders";
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
const reply = (text: string, quickReplyId: string | null = null) =>
  ({ type: "reply", text, quickReplyId, asksForPerson: false }) as const;
const stateOf = (result: StepResult): Json => (result.kind === "wait" ? result.state : null);

/** What the step does once the contact has been silent after a message. */
const afterSilence = (step: BoundStep, text: string, state: Json = null, now = builtAt) => {
  const kept = step.resume(aStepContext({ now }), reply(text), state);
  return step.resume(
    aStepContext({ now: now + 2 * second }),
    { type: "timer", name: "silence" },
    stateOf(kept),
  );
};

describe("an answer that does not fit", () => {
  it("is asked for again without moving the timeout, until the retries are used up", () => {
    const step = bindStep(askQuestion, { ...email, retries: 1, no_valid_answer: true });
    const entered = step.enter(aStepContext());
    const later = builtAt + 5 * minute;
    const again = afterSilence(step, "no", stateOf(entered), later);
    expect(again).toMatchObject({
      kind: "wait",
      wait: { timers: [{ name: "timeout", dueAt: builtAt + day }] },
      effects: [{ text: "Again?", answerInput: { kind: "email" } }],
      evidence: [{ invalid_answer: "no", reason: "no_email_address", costs_retry: true }],
    });
    expect(afterSilence(step, "still no", stateOf(again), later)).toMatchObject({
      kind: "leave",
      path: "no_valid_answer",
    });
  });

  it("waits for two seconds of silence, and each message begins them anew", () => {
    const step = bindStep(askQuestion, email);
    const first = step.resume(aStepContext(), reply("it is"), null);
    expect(first).toMatchObject({
      kind: "wait",
      wait: { timers: [{ name: "silence", dueAt: builtAt + 2 * second }] },
      effects: [],
    });
    const later = builtAt + 1.5 * second;
    expect(
      step.resume(aStepContext({ now: later }), reply("mia at"), stateOf(first)),
    ).toMatchObject({
      wait: { timers: [{ name: "silence", dueAt: later + 2 * second }] },
    });
  });

  it("is taken at once when a later message of the burst fits alone", () => {
    const step = bindStep(askQuestion, email);
    const first = step.resume(aStepContext(), reply("wait, it is"), null);
    expect(step.resume(aStepContext(), reply("a@b.de"), stateOf(first))).toMatchObject({
      path: "answered",
      evidence: [{ answer: "a@b.de" }],
    });
  });

  it("may fit once the messages of a burst are joined", () => {
    const step = bindStep(askQuestion, {
      text: "Which colours?",
      answer: { type: "multiple_choice", min: 2, options },
    });
    const first = step.resume(aStepContext(), reply("1"), null);
    const second = step.resume(aStepContext(), reply("other things: 2 Fragen"), stateOf(first));
    expect(second.kind).toBe("wait");
    const third = step.resume(aStepContext(), reply("3"), stateOf(first));
    expect(
      step.resume(aStepContext(), { type: "timer", name: "silence" }, stateOf(third)),
    ).toMatchObject({ evidence: [{ answer: ["order", "other"] }] });
  });

  it("costs no retry, twice, when it is a question, and is told why it is asked", () => {
    const step = bindStep(askQuestion, { ...email, retries: 0, why_text: "To write to you." });
    const first = afterSilence(step, "why?");
    expect(first).toMatchObject({
      kind: "wait",
      effects: [{ text: "To write to you." }],
      evidence: [{ costs_retry: false }],
    });
    const second = afterSilence(step, "really？", stateOf(first));
    expect(second.kind).toBe("wait");
    expect(afterSilence(step, "but why?", stateOf(second))).toMatchObject({
      path: "no_valid_answer",
    });
  });

  it("says the retry text to a question when there is no reason to give", () => {
    expect(afterSilence(bindStep(askQuestion, email), "why?")).toMatchObject({
      effects: [{ text: "Again?" }],
    });
  });

  it.each([
    ["widget", {}, 2],
    ["api", {}, 2],
    ["email", {}, 1],
    ["widget", { answer: { type: "rating" }, save_to: {} }, 0],
    ["email", { retries: 4 }, 4],
    ["widget", { retries: 0 }, 0],
  ] as const)("on %s with %j is asked for again %i times", (channel, more, retries) => {
    const step = bindStep(askQuestion, { ...email, ...more });
    const context = aStepContext({ conversation: aConversation({ channel }) });
    let state: Json = null;
    for (let asked = 0; ; asked += 1) {
      const kept = step.resume(context, reply("nothing"), state);
      const result = step.resume(context, { type: "timer", name: "silence" }, stateOf(kept));
      if (result.kind === "leave") return expect(asked).toBe(retries);
      state = stateOf(result);
    }
  });
});

describe("a text", () => {
  const text = { text: "What happened?", answer: { type: "text" }, save_to: { variable: "story" } };
  const step = bindStep(askQuestion, text);
  const onEmail = aStepContext({ conversation: aConversation({ channel: "email" }) });

  it("is read to the end of the burst", () => {
    const first = step.resume(aStepContext(), reply("My parcel"), null);
    const second = step.resume(aStepContext(), reply("is lost"), stateOf(first));
    expect(
      step.resume(aStepContext(), { type: "timer", name: "silence" }, stateOf(second)),
    ).toMatchObject({ path: "answered", evidence: [{ answer: "My parcel\nis lost" }] });
  });

  it("is taken at once by mail, and where joining is off", () => {
    expect(step.resume(onEmail, reply("My parcel"), null)).toMatchObject({ path: "answered" });
    const alone = bindStep(askQuestion, { ...text, join_messages: false });
    expect(alone.resume(aStepContext(), reply("a"), null)).toMatchObject({ path: "answered" });
    const joined = bindStep(askQuestion, { ...text, join_messages: true });
    expect(joined.resume(onEmail, reply("a"), null)).toMatchObject({ kind: "wait" });
  });

  it("that was written in time is the answer, though the time was over before the silence", () => {
    const kept = step.resume(aStepContext(), reply("My parcel"), null);
    expect(
      step.resume(aStepContext(), { type: "timer", name: "timeout" }, stateOf(kept)),
    ).toMatchObject({ path: "answered", evidence: [{ answer: "My parcel" }] });
  });

  it("keeps of an endless burst no more than an answer could use", () => {
    let state: Json = null;
    for (let sent = 0; sent < 50; sent += 1)
      state = stateOf(step.resume(aStepContext(), reply("x".repeat(5_000)), state));
    expect(JSON.stringify(state).length).toBeLessThan(11_000);
  });
});

describe("when no answer comes", () => {
  it.each([
    ["widget", { seconds: null }, day],
    ["api", undefined, day],
    ["email", undefined, 3 * day],
    ["email", { seconds: 60 }, minute],
  ] as const)("on %s with %j it waits %i ms", (channel, timeout, expected) => {
    const step = bindStep(askQuestion, { ...email, ...(timeout === undefined ? {} : { timeout }) });
    expect(step.enter(aStepContext({ conversation: aConversation({ channel }) }))).toMatchObject({
      wait: { timers: [{ name: "timeout", dueAt: builtAt + expected }] },
    });
  });

  it("leaves by timeout, with what did not fit", () => {
    const step = bindStep(askQuestion, email);
    expect(step.resume(aStepContext(), { type: "timer", name: "timeout" }, null)).toEqual({
      kind: "leave",
      path: "timeout",
    });
    const kept = step.resume(aStepContext(), reply("mia at"), null);
    expect(
      step.resume(aStepContext(), { type: "timer", name: "timeout" }, stateOf(kept)),
    ).toMatchObject({ path: "timeout", evidence: [{ invalid_answer: "mia at" }] });
  });
});

it("does not fit a field that it is too long for", () => {
  const step = bindStep(askQuestion, {
    text: "Phone?",
    answer: { type: "text" },
    save_to: { contact_field: "phone" },
  });
  expect(afterSilence(step, "1".repeat(41))).toMatchObject({
    kind: "wait",
    evidence: [{ reason: "does_not_fit_field" }],
  });
});

it("goes on with a question that an earlier release asked", () => {
  const old = { invalid: 1, questions: 0, dueAt: builtAt + day };
  const step = bindStep(askQuestion, { ...email, retries: 1 });
  expect(afterSilence(step, "no", old)).toMatchObject({ path: "no_valid_answer" });
  expect(step.resume(aStepContext(), reply("a@b.de"), "nonsense")).toMatchObject({
    path: "answered",
  });
});
