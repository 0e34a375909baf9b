import type { MessageBody } from "#contract";
import { expect, test } from "vitest";
import { type ThreadRow, groupMessages } from "./group-messages.ts";
import { pressedReplies } from "./pressed-replies.ts";

const start = new Date(2026, 10, 24, 10, 0, 0).getTime();

const contact: MessageBody["author"] = { kind: "contact" };
const mara: MessageBody["author"] = { kind: "member", member_id: "mara", name: "Mara" };
const welcome: MessageBody["author"] = {
  kind: "workflow",
  workflow_id: "w",
  workflow_name: "Welcome",
  run_id: "r",
  step_id: "s",
};
const system: MessageBody["author"] = { kind: "system" };

const aMessage = (
  sequence: number,
  author: MessageBody["author"],
  fields: Partial<MessageBody> & { minute?: number } = {},
): MessageBody => {
  const { minute = sequence, ...rest } = fields;
  return {
    id: `m${sequence}`,
    conversation_id: "c",
    sequence,
    author,
    is_public: true,
    is_note: false,
    text: "text",
    quick_replies: [],
    quick_reply_id: null,
    answer_input: null,
    delivery: "sent",
    sent_at: new Date(start + minute * 60_000).toISOString(),
    ...rest,
  };
};

const inWords = (rows: readonly ThreadRow[]) =>
  rows.map((row) =>
    row.kind === "group"
      ? row.messages.map((one) => one.sequence).join("+")
      : row.kind === "line"
        ? `line ${row.message.sequence}`
        : row.kind,
  );

test.each([
  [
    "joins what one author says in a go",
    [aMessage(1, contact), aMessage(2, contact), aMessage(3, mara)],
    null,
    ["day", "1+2", "3"],
  ],
  [
    "starts a new group after a pause",
    [aMessage(1, contact), aMessage(2, contact, { minute: 30 })],
    null,
    ["day", "1", "2"],
  ],
  [
    "keeps a note apart from the same member's reply",
    [aMessage(1, mara), aMessage(2, mara, { is_note: true, is_public: false })],
    null,
    ["day", "1", "2"],
  ],
  [
    "lets a system line stand alone",
    [aMessage(1, contact), aMessage(2, system), aMessage(3, contact)],
    null,
    ["day", "1", "line 2", "3"],
  ],
  [
    "divides days",
    [aMessage(1, contact), aMessage(2, contact, { minute: 24 * 60 })],
    null,
    ["day", "1", "day", "2"],
  ],
  [
    "marks the first unread message of the contact once",
    [aMessage(1, contact), aMessage(2, welcome), aMessage(3, contact), aMessage(4, contact)],
    1,
    ["day", "1", "2", "unread", "3+4"],
  ],
  [
    "marks nothing when only our own are new",
    [aMessage(1, contact), aMessage(2, mara)],
    1,
    ["day", "1", "2"],
  ],
  ["is empty without messages", [], 0, []],
] as const)("%s", (_, messages, unreadAfter, rows) => {
  expect(inWords(groupMessages(messages, unreadAfter))).toEqual(rows);
});

test("finds the quick reply that was pressed, in the newest message that offers it", () => {
  const offer = [{ id: "yes", label: "Yes" }];
  const messages = [
    aMessage(1, welcome, { quick_replies: offer }),
    aMessage(2, welcome, { quick_replies: offer }),
    aMessage(3, contact, { quick_reply_id: "yes" }),
    aMessage(4, contact, { quick_reply_id: "unknown" }),
  ];
  expect([...pressedReplies(messages)]).toEqual([["m2", "yes"]]);
});
