import { toConversationId, toWorkspaceId } from "#core/domain";
import { type Announcement, createAnnouncements } from "#server/platform";
import { expect, test } from "vitest";

const announcement: Announcement = {
  workspaceId: toWorkspaceId("w"),
  contactId: null,
  conversationIds: [toConversationId("c")],
  messages: [],
  runIds: [],
  memberIds: [],
};

test("tells every listener until it stops listening", () => {
  const bus = createAnnouncements(() => undefined);
  const heard: string[] = [];
  const stop = bus.listen(() => heard.push("first"));
  bus.listen(() => heard.push("second"));
  bus.announce([announcement]);
  stop();
  bus.announce([announcement]);
  expect(heard).toEqual(["first", "second", "second"]);
});

test("a listener that throws does not disturb the others", () => {
  const failures: unknown[] = [];
  const bus = createAnnouncements((error) => failures.push(error));
  const heard: (readonly Announcement[])[] = [];
  bus.listen(() => {
    throw new Error("broken screen");
  });
  bus.listen((list) => heard.push(list));
  bus.announce([announcement]);
  expect(failures).toHaveLength(1);
  expect(heard).toEqual([[announcement]]);
});

test("says nothing when there is nothing to say", () => {
  const bus = createAnnouncements(() => undefined);
  let calls = 0;
  bus.listen(() => (calls += 1));
  bus.announce([]);
  expect(calls).toBe(0);
});
