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
    files: {
      rules: { is_allowed: true, max_files: 5, max_megabytes: 10, kinds: [] },
      add: (files, most) => void said.push(`${files.length} files of ${most}`),
      remove: nothing,
      addressOf: () => null,
    },
    draft: { read: () => "", write: nothing },
  };
  const root = document.createElement("div");
  document.body.append(root);
  void act(() => render(h(QuickReplies, { question: aQuestion(answer_input), actions }), root));
  const button = (label: string): HTMLButtonElement => {
    const found = [...root.querySelectorAll("button")].find(
      ({ textContent }) => textContent === label,
    );
    if (found === undefined) throw new Error(`there is no button ${label}`);
    return found;
  };
  const press = (label: string) => void act(() => button(label).click());
  return { said, root, button, press };
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

test("no more choices are taken than the question wants, and none where none will do", () => {
  const one = draw({ kind: "multiple_choice", min: 0, max: 1 });
  one.press("Returns");
  expect(one.button("Shipping").disabled).toBe(true);
  one.press("Returns");
  expect(one.button("Shipping").disabled).toBe(false);
  one.press("None");
  expect(one.said).toEqual(["None"]);
});

test("a day is chosen in the calendar, within its bounds, and sent as ISO", () => {
  const { said, root, button, press } = draw({ kind: "date", min: "2026-03-02" });
  const input = root.querySelector("input");
  if (input === null) throw new Error("there is no calendar");
  expect([input.type, input.min, input.max]).toEqual(["date", "2026-03-02", ""]);
  expect(input.getAttribute("aria-labelledby")).toBe("m1");
  expect(button("Send").disabled).toBe(true);
  input.value = "2026-04-01";
  void act(() => void input.dispatchEvent(new Event("input", { bubbles: true })));
  press("Send");
  expect(said).toEqual(["2026-04-01"]);
});

test("files are chosen among the kinds that the question takes", () => {
  const { root, button } = draw({ kind: "file", max: 3, kinds: ["image", "pdf"] });
  expect(button(" Choose up to 3 files").getAttribute("aria-describedby")).toBe("m1");
  const input = root.querySelector("input");
  expect([input?.accept, input?.multiple]).toEqual(["image/*,.pdf", true]);
});

test("a rating is a scale of buttons that the question names", () => {
  const { said, root, press } = draw({ kind: "rating", scale: "1_to_5" });
  expect(root.querySelector("[role=group]")?.getAttribute("aria-labelledby")).toBe("m1");
  press("Returns");
  expect(said).toEqual(["button c"]);
});
