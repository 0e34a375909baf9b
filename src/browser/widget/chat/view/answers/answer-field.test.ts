import type { VisitorMessageBody } from "#contract";
import { expect, test } from "vitest";
import { english } from "../../texts/english.ts";
import { answerField } from "./answer-field.ts";

const aQuestion = (
  answer_input: VisitorMessageBody["answer_input"],
  quick_replies: VisitorMessageBody["quick_replies"] = [],
): VisitorMessageBody => ({
  id: "m1",
  conversation_id: "c",
  sequence: 1,
  author: { kind: "workflow", name: null },
  text: "Which?",
  quick_replies,
  quick_reply_id: null,
  answer_input,
  delivery: "sent",
  sent_at: "2026-03-02T09:00:00Z",
});

test.each([
  [{ kind: "email" }, { type: "email", autocomplete: "email" }],
  [{ kind: "phone" }, { type: "tel", autocomplete: "tel" }],
  [{ kind: "number" }, { type: "text", inputMode: "decimal", autocomplete: "off" }],
  [
    { kind: "number", integer: true },
    { type: "text", inputMode: "numeric", autocomplete: "off" },
  ],
  [{ kind: "url" }, { type: "url", autocomplete: "url" }],
] as const)("%j has its keyboard", (input, expected) => {
  expect(answerField(aQuestion(input), english).input).toEqual(expected);
});

test.each([
  [null, "Write a message…"],
  [aQuestion({ kind: "text" }), "Write your answer…"],
  [aQuestion({ kind: "yes_no" }, [{ id: "yes", label: "Yes" }]), "Choose above, or write…"],
  [aQuestion(null, [{ id: "yes-1", label: "Yes" }]), "Choose above, or write…"],
  [aQuestion({ kind: "date" }), "Choose above, or write…"],
  [aQuestion({ kind: "file", max: 1 }), "Choose above, or write…"],
])("%# is answered in words as well", (question, hint) => {
  expect(answerField(question, english)).toMatchObject({ kind: "words", hint });
});
