import {
  toContactId,
  toConversationId,
  toMemberId,
  toMessageId,
  toWorkspaceId,
} from "#core/domain";
import { type NewEvent, checkEvent } from "#server/accept";
import { expect, test } from "vitest";

const aNote = (text: string): NewEvent => ({
  workspaceId: toWorkspaceId("00000000-0000-4000-8000-000000000001"),
  contactId: toContactId("00000000-0000-4000-8000-000000000002"),
  door: "api",
  sourceKey: "note-1",
  createsContact: false,
  body: {
    type: "note_added",
    conversationId: toConversationId("00000000-0000-4000-8000-000000000003"),
    messageId: toMessageId("00000000-0000-4000-8000-000000000004"),
    memberId: toMemberId("00000000-0000-4000-8000-000000000005"),
    text,
  },
});

test("the same body has the same hash and every event its own id and seed", () => {
  const [first, second, other] = [aNote("hi"), aNote("hi"), aNote("ho")].map(checkEvent);
  expect(first?.bodyHash).toBe(second?.bodyHash);
  expect(first?.bodyHash).not.toBe(other?.bodyHash);
  expect(first?.eventId).not.toBe(second?.eventId);
  expect(first?.seed).not.toBe(second?.seed);
});

test.each([
  ["a NUL character", "a\u0000b"],
  ["half a surrogate pair", "a\ud83d"],
  ["NUL after a backslash", "\\\u0000"],
])("refuses %s", (_name, text) => {
  expect(() => checkEvent(aNote(text))).toThrow(
    expect.objectContaining({ code: "event_not_storable", status: 422 }),
  );
});

test.each(["a backslash u: \\u0000", "an emoji 😀", 'quotes " and \\\\'])("takes %s", (text) => {
  expect(checkEvent(aNote(text)).eventId).toMatch(/^[0-9a-f-]{36}$/);
});

test("refuses a key that is too long", () => {
  expect(() => checkEvent({ ...aNote("hi"), sourceKey: "k".repeat(301) })).toThrow(
    expect.objectContaining({ code: "event_not_storable" }),
  );
});
