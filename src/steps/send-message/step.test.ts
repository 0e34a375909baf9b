import type { CallOutcome, StepEvent } from "#core/domain";
import type { StepResult } from "#core/engine";
import {
  aContact,
  aConversation,
  aStepContext,
  bindStep,
  builtAt,
  problemsOf,
} from "#testing/builders";
import { describe, expect, it } from "vitest";
import { sendMessage } from "./step.ts";

const send = (text: string, context = aStepContext()) =>
  bindStep(sendMessage, { text }).enter(context);

it("sends the text with its variables filled in and leaves by next", () => {
  const context = aStepContext({ contact: aContact({ name: "Mia Berg" }) });
  expect(send("Hi {{ contact.first_name }}", context)).toEqual({
    kind: "leave",
    path: "next",
    effects: [{ type: "send_message", text: "Hi Mia", quickReplies: [] }],
  });
});

it("shows a value as it is, whatever Markdown it holds", () => {
  const context = aStepContext({ variables: { said: "**[you](javascript:x)**" } });
  expect(send("You said {{ said }}", context).effects).toEqual([
    {
      type: "send_message",
      text: "You said \\*\\*\\[you\\](javascript:x)\\*\\*",
      quickReplies: [],
    },
  ]);
});

it("notes a value that is missing and renders nothing", () => {
  const notes: { [name: string]: string }[] = [];
  expect(send("[{{ nothing }}]", aStepContext({}, notes)).effects).toMatchObject([{ text: "[]" }]);
  expect(notes).toEqual([{ missing_value: "nothing" }]);
});

it.each([
  [{}, ["text: write the message"]],
  [{ text: "  " }, ["text: write the message"]],
  [{ text: "{{ a" }, ["text: “{{” at character 1 has no “}}”"]],
  [
    { text: "{{ a | shout }}" },
    [expect.stringContaining("text: there is no filter “shout”; choose from default, upcase")],
  ],
  [
    { text: "a", quick_replies: [{ id: "a", label: "" }] },
    ["quick_replies.0.label: a quick reply needs a label"],
  ],
  [{ text: "a", colour: "red" }, [": there is no setting “colour” here"]],
])("refuses %j", (config, problems) => {
  expect(problemsOf(sendMessage, config)).toEqual(problems);
});

describe("a message written by AI", () => {
  const config = {
    mode: "ai",
    prompt: "Answer {{ topic }}",
    fallback_text: "We will answer soon, {{ contact.first_name }}.",
    quick_replies: [{ id: "ok", label: "Fine" }],
  };
  const context = aStepContext({
    contact: aContact({ name: "Mia Berg" }),
    variables: { topic: "a *refund*" },
  });
  const bound = bindStep(sendMessage, config);
  const asked = bound.enter(context);
  const state = asked.kind === "wait" ? asked.state : null;
  const call = (outcome: CallOutcome) =>
    bound.resume(context, { type: "call", key: "k", outcome }, state);

  it("is asked of a model and waited for, so that nothing overtakes it", () => {
    expect(asked).toMatchObject({
      kind: "wait",
      wait: {
        for: "ai_agent",
        takesReply: false,
        timers: [{ name: "model", dueAt: builtAt + 20_000 }],
      },
      effects: [
        {
          type: "call",
          request: {
            kind: "model",
            purpose: "message",
            aiAgentId: null,
            prompt: "Answer a *refund*",
            mayQuoteKnowledge: false,
            language: "en",
          },
          isRepeatable: true,
          timeoutSeconds: 20,
        },
      ],
    });
  });

  it("is sent as what the model wrote, labelled as such", () => {
    expect(call({ kind: "done", output: { text: " Of **course**. " } })).toEqual({
      kind: "leave",
      path: "next",
      effects: [
        {
          type: "send_message",
          text: "Of **course**.",
          writtenBy: { aiAgentId: null },
          quickReplies: [{ id: "ok", label: "Fine" }],
        },
      ],
    });
  });

  const problem = { code: "model_abstained", message: "Not sure." };
  it.each<[string, StepResult]>([
    ["model_abstained", call({ kind: "failed", problem })],
    ["model_abstained", call({ kind: "unknown", problem })],
    ["no_text", call({ kind: "done", output: { text: " " } })],
    ["no_text", call({ kind: "done", output: null })],
    ["too_late", bound.resume(context, { type: "timer", name: "model" }, state)],
    [
      "ai_agent_gone",
      bindStep(sendMessage, {
        ...config,
        ai_agent_id: "00000000-0000-7000-8000-0000000000aa",
      }).enter(context),
    ],
  ])("falls back for %s, as the workflow's own words", (reason, result) => {
    expect(result).toEqual({
      kind: "leave",
      path: "next",
      effects: [
        {
          type: "send_message",
          text: "We will answer soon, Mia.",
          quickReplies: [{ id: "ok", label: "Fine" }],
        },
      ],
      evidence: [{ fallback: reason }],
    });
  });

  it("keeps its moment when something else comes", () => {
    const later = aStepContext({ now: builtAt + 5_000 });
    expect(bound.resume(later, { type: "ask_again" }, state)).toMatchObject({
      wait: { timers: [{ dueAt: builtAt + 20_000 }] },
    });
  });

  it("keeps the settings of the other kind in a draft, and needs a fallback", () => {
    expect(problemsOf(sendMessage, { ...config, text: "" })).toEqual([]);
    expect(problemsOf(sendMessage, { text: "a", prompt: "", fallback_text: "" })).toEqual([]);
    expect(problemsOf(sendMessage, { mode: "ai", prompt: "a" })).toEqual([
      "fallback_text: write what is sent when no model answers",
    ]);
  });
});

describe("delivery", () => {
  const bound = bindStep(sendMessage, { text: "Hi", delivery_failed: true });
  const onMail = aStepContext({ conversation: aConversation({ channel: "email" }) });
  const sent = bound.enter(onMail);
  const state = sent.kind === "wait" ? sent.state : null;

  it("is waited for at most 60 s where it can fail and a path says what then", () => {
    expect(sent).toMatchObject({
      kind: "wait",
      wait: { for: "delivery", timers: [{ name: "delivery", dueAt: builtAt + 60_000 }] },
      effects: [{ type: "send_message", text: "Hi" }],
    });
    expect(bound.enter(aStepContext()).kind).toBe("leave");
    expect(bindStep(sendMessage, { text: "Hi" }).enter(onMail).kind).toBe("leave");
  });

  it.each<[string, StepEvent]>([
    ["next", { type: "delivery", delivery: "sent" }],
    ["delivery_failed", { type: "delivery", delivery: "failed" }],
    ["next", { type: "timer", name: "delivery" }],
  ])("leaves by %s after %j", (path, event) => {
    expect(bound.resume(onMail, event, state)).toMatchObject({ kind: "leave", path });
  });

  it("also follows what a model wrote", () => {
    const ai = bindStep(sendMessage, {
      mode: "ai",
      prompt: "a",
      fallback_text: "b",
      delivery_failed: true,
    });
    const asked = ai.enter(onMail);
    const outcome = { kind: "done", output: { text: "Hi" } } as const;
    const event = { type: "call", key: "k", outcome } as const;
    const written = ai.resume(onMail, event, asked.kind === "wait" ? asked.state : null);
    expect(written).toMatchObject({ kind: "wait", wait: { for: "delivery" } });
  });
});

it("carries files by address, at most ten", () => {
  const file = { name: "Guide.pdf", url: "https://shop.example/guide.pdf" };
  const result = bindStep(sendMessage, { text: "Hi", attachments: [file] }).enter(aStepContext());
  expect(result.effects).toMatchObject([{ attachments: [file] }]);
  expect(
    problemsOf(sendMessage, { text: "Hi", attachments: [{ ...file, url: "javascript:x" }] }),
  ).toEqual(["attachments.0.url: an attachment is an http or https address"]);
  expect(problemsOf(sendMessage, { text: "Hi", attachments: Array(11).fill(file) })).toEqual([
    "attachments: a message has at most 10 attachments",
  ]);
});
