import type { MessageBody } from "#contract";
import { expect, test } from "vitest";
import { leavesGap, mergeMessages, newestSequence } from "./message-list.ts";

const aMessage = (sequence: number, text = `message ${sequence}`): MessageBody => ({
  id: `m${sequence}`,
  conversation_id: "c",
  sequence,
  author: { kind: "contact" },
  is_public: true,
  is_note: false,
  text,
  quick_replies: [],
  quick_reply_id: null,
  answer_input: null,
  delivery: "sent",
  sent_at: "2026-11-24T10:00:00.000Z",
});

test("keeps messages in order however they come", () => {
  expect(
    mergeMessages([aMessage(3)], [aMessage(1), aMessage(2)]).map((one) => one.sequence),
  ).toEqual([1, 2, 3]);
});

test("holds each sequence number once, the newer news winning", () => {
  const merged = mergeMessages([aMessage(1), aMessage(2, "queued")], [aMessage(2, "delivered")]);
  expect(merged.map((one) => one.text)).toEqual(["message 1", "delivered"]);
});

test.each([
  [[1, 2], 3, false],
  [[1, 2], 2, false],
  [[1, 2], 4, true],
  [[], 1, false],
  [[], 2, true],
])("holding %o, message %d leaves a gap: %s", (held, sequence, isGap) => {
  expect(
    leavesGap({ items: held.map((one) => aMessage(one)), hasOlder: false }, aMessage(sequence)),
  ).toBe(isGap);
});

test("knows nothing newer than 0 before anything is loaded", () => {
  expect(newestSequence(undefined)).toBe(0);
});
