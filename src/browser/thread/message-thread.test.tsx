// @vitest-environment happy-dom
import type { MessageBody } from "#contract";
import { act } from "react";
import { createRoot } from "react-dom/client";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { MessageThread, type MessageThreadProps } from "./message-thread.tsx";

const aMessage = (
  sequence: number,
  author: MessageBody["author"],
  fields: Partial<MessageBody> = {},
): MessageBody => ({
  id: `m${sequence}`,
  conversation_id: "c",
  sequence,
  author,
  is_public: true,
  is_note: false,
  text: `text ${sequence}`,
  quick_replies: [],
  quick_reply_id: null,
  answer_input: null,
  delivery: "delivered",
  sent_at: "2026-11-24T10:00:00.000Z",
  ...fields,
});

const welcome: MessageBody["author"] = {
  kind: "workflow",
  workflow_id: "w",
  workflow_name: "Welcome",
  run_id: "r",
  step_id: "s",
};
const mara: MessageBody["author"] = { kind: "member", member_id: "m", name: "Mara" };

const everyAuthor = [
  aMessage(1, welcome, {
    quick_replies: [
      { id: "a", label: "Returns" },
      { id: "b", label: "Sizes" },
    ],
  }),
  aMessage(2, { kind: "contact" }, { quick_reply_id: "b", text: "Sizes" }),
  aMessage(3, { kind: "system" }, { is_public: false, text: "Assigned to Mara" }),
  aMessage(4, mara, { is_note: true, is_public: false, text: "ask Ben" }),
  aMessage(5, mara, { text: "Hello" }),
];

let host: HTMLElement;
const render = async (fields: Partial<MessageThreadProps>) => {
  const props: MessageThreadProps = {
    threadKey: "c",
    messages: [],
    pending: [],
    contactName: "Ada",
    contactReadSequence: 0,
    unreadAfter: null,
    hasOlder: false,
    onLoadOlder: () => {},
    isLoadingOlder: false,
    onRetry: () => {},
    onDiscard: () => {},
    renderRunLink: (runId, label) => <a href={`/runs/${runId}`}>{label}</a>,
    typing: null,
    ...fields,
  };
  await act(async () => createRoot(host).render(<MessageThread {...props} />));
};

beforeEach(() => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  host = document.body.appendChild(document.createElement("div"));
});
afterEach(() => {
  host.remove();
  vi.unstubAllGlobals();
});

const textOf = (selector: string) =>
  [...host.querySelectorAll(selector)].map((one) => one.textContent.trim());

test("shows every kind of author, and the way to the run behind an automatic message", async () => {
  await render({ messages: everyAuthor });
  expect(textOf(".thread-author")).toEqual(["Welcome", "Ada", "Mara · private note", "Mara"]);
  expect(textOf(".thread-line")).toEqual(["Assigned to Mara"]);
  expect(host.querySelector("a")?.getAttribute("href")).toBe("/runs/r");
});

test("marks the quick reply that was pressed", async () => {
  await render({ messages: everyAuthor });
  expect(textOf("[data-pressed]")).toEqual(["Sizes"]);
});

test("says of our newest public message whether it was seen", async () => {
  await render({ messages: everyAuthor, contactReadSequence: 5 });
  expect(textOf(".thread-delivery")).toEqual(["Seen"]);
});

test("offers to send a refused message again or to discard it", async () => {
  const onRetry = vi.fn<(id: string) => void>();
  await render({
    onRetry,
    pending: [
      { id: "p", text: "too long", isNote: false, state: "refused", problem: "it is too long" },
    ],
  });
  expect(textOf(".thread-delivery")[0]).toContain("it is too long");
  await act(async () => host.querySelector("button")?.click());
  expect(onRetry).toHaveBeenCalledWith("p");
});
