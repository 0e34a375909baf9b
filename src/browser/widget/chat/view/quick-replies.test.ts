// @vitest-environment happy-dom
import type { VisitorMessageBody } from "#contract";
import { h, render } from "preact";
import { act } from "preact/test-utils";
import { expect, test } from "vitest";
import type { ChatActions } from "../chat-actions.ts";
import { QuickReplies } from "./quick-replies.tsx";

const aQuestion = (answer_input: VisitorMessageBody["answer_input"]): VisitorMessageBody => ({
  id: "m1",
  conversation_id: "c",
  sequence: 1,
  author: { kind: "workflow", name: "Shop" },
  text: "Which?",
  quick_replies: [
    { id: "a", label: "Shipping" },
    { id: "b", label: "Food and drink" },
    { id: "c", label: "Returns" },
  ],
  quick_reply_id: null,
  answer_input,
  delivery: "sent",
  sent_at: "2026-03-02T09:00:00Z",
});

/** Draws the buttons of a question; what is sent or chosen is written down. */
const draw = (answer_input: VisitorMessageBody["answer_input"]) => {
  const said: string[] = [];
  const nothing = () => {};
  const actions: ChatActions = {
    open: nothing,
    close: nothing,
    show: nothing,
    askForPerson: nothing,
    giveEmail: () => Promise.resolve("kept"),
    declineEmail: nothing,
    send: (text) => void said.push(text),
    choose: ({ id }) => void said.push(`button ${id}`),
    retry: nothing,
    discard: nothing,
    typed: nothing,
    saw: nothing,
    dismissPreview: nothing,
    loadEarlier: () => Promise.resolve(),
    tryAgain: nothing,
    draft: { read: () => "", write: nothing },
  };
  const root = document.createElement("div");
  void act(() => render(h(QuickReplies, { question: aQuestion(answer_input), actions }), root));
  const button = (label: string): HTMLButtonElement => {
    const found = [...root.querySelectorAll("button")].find(
      ({ textContent }) => textContent === label,
    );
    if (found === undefined) throw new Error(`there is no button ${label}`);
    return found;
  };
  const press = (label: string) => void act(() => button(label).click());
  return { said, button, press };
};

test("one press answers a question with one choice", () => {
  const { said, press } = draw({ kind: "single_choice" });
  press("Returns");
  expect(said).toEqual(["button c"]);
});

test("several choices stay pressed until they are sent, in the order they are offered", () => {
  const { said, button, press } = draw({ kind: "multiple_choice", min: 1, max: 3 });
  expect(button("Send").disabled).toBe(true);
  press("Returns");
  press("Shipping");
  press("Food and drink");
  press("Shipping");
  expect(button("Returns").getAttribute("aria-pressed")).toBe("true");
  expect(button("Shipping").getAttribute("aria-pressed")).toBe("false");
  expect(said).toEqual([]);
  press("Send");
  expect(said).toEqual(["Food and drink, Returns"]);
});
