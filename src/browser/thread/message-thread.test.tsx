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
      {
        id: "p",
        text: "too long",
        files: [],
        isNote: false,
        state: "refused",
        problem: "it is too long",
      },
    ],
  });
  expect(textOf(".thread-delivery")[0]).toContain("it is too long");
  await act(async () => host.querySelector("button")?.click());
  expect(onRetry).toHaveBeenCalledWith("p");
});

test("draws our own pictures, saves all else, and makes no link of a strange address", async () => {
  const file = { content_type: "image/png", bytes: 120_000 };
  await render({
    messages: [
      aMessage(
        1,
        { kind: "contact" },
        {
          text: "",
          attachments: [
            { ...file, name: "ours.png", url: "/api/v1/attachments/1" },
            { ...file, name: "elsewhere.png", url: "https://cdn.example/1.png" },
            {
              ...file,
              name: "page.svg",
              url: "/api/v1/attachments/2",
              content_type: "image/svg+xml",
            },
            { ...file, name: "script", url: "javascript:alert(1)" },
          ],
        },
      ),
    ],
  });
  expect(textOf(".thread-bubble")).toEqual([]);
  expect([...host.querySelectorAll("img")].map(({ alt }) => alt)).toEqual(["ours.png"]);
  expect(textOf(".thread-file-name")).toEqual(["elsewhere.png", "page.svg", "script"]);
  expect([...host.querySelectorAll("a")].map((link) => link.getAttribute("href"))).toEqual([
    "/api/v1/attachments/1",
    "https://cdn.example/1.png",
    "/api/v1/attachments/2",
  ]);
  expect(textOf(".thread-file-size")[0]).toBe("120 kB");
});

test("shows the files of a message on its way", async () => {
  await render({
    pending: [
      {
        id: "p",
        text: "",
        files: [{ name: "plan.pdf", bytes: 1_250_000 }],
        isNote: false,
        state: "sending",
        problem: null,
      },
    ],
  });
  expect([textOf(".thread-bubble"), textOf(".thread-file")]).toEqual([[], ["plan.pdf1.3 MB"]]);
});
