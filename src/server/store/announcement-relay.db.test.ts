import { toContactId, toConversationId, toMessageId, toWorkspaceId } from "#core/domain";
import { type Announcement, createAnnouncements, newUuid } from "#server/platform";
import { createStore, startAnnouncementRelay } from "#server/store";
import { testDatabase } from "#testing";
import { expect, test, vi } from "vitest";

const database = testDatabase(import.meta.url);

function aProcess() {
  const store = createStore({ connectionString: database.connectionString, maxConnections: 2 });
  const failures: unknown[] = [];
  const announcements = createAnnouncements((error) => failures.push(error));
  const heard: Announcement[] = [];
  announcements.listen((list) => heard.push(...list));
  const relay = startAnnouncementRelay({
    store,
    announcements,
    onFailure: (error) => failures.push(error),
  });
  return { store, relay, heard, failures };
}

test("another process hears of it with the messages loaded, this one hears it once and at once", async () => {
  const [here, there] = [aProcess(), aProcess()];
  const workspaceId = toWorkspaceId(newUuid());
  const conversationId = toConversationId(newUuid());
  await here.store.query({
    text: `insert into message (workspace_id, conversation_id, sequence, message_id, author_kind, is_public, is_note, body, delivery, sent_at)
      select $1, $2, n, gen_random_uuid(), 'contact', true, false, 'text ' || n, 'sent', '2026-01-02T03:04:05.678Z' from generate_series(1, 3) n`,
    values: [workspaceId, conversationId],
  });
  const announcement: Announcement = {
    workspaceId,
    contactId: toContactId(newUuid()),
    conversationIds: [conversationId],
    messages: [],
    runIds: [],
    memberIds: [],
  };
  const message = {
    id: toMessageId(newUuid()),
    conversationId,
    sequence: 2,
    author: { kind: "contact" },
    isPublic: true,
    isNote: false,
    text: "text 2",
    quickReplies: [],
    quickReplyId: null,
    answerInput: null,
    attachments: [],
    delivery: "sent",
    sentAt: Date.UTC(2026, 0, 2, 3, 4, 5, 678),
  } as const;
  await vi.waitUntil(async () => {
    const rows = await here.store.query({
      text: "select from pg_stat_activity where query = 'listen switchboard_announcement' and datname = current_database()",
    });
    return rows.length === 2;
  });
  here.relay.announce([{ ...announcement, messages: [message] }]);
  expect(here.heard).toHaveLength(1);
  await vi.waitUntil(() => there.heard.length > 0);
  const [received] = there.heard;
  expect(
    received?.messages.map(({ sequence, text, sentAt }) => ({ sequence, text, sentAt })),
  ).toEqual([
    { sequence: 2, text: "text 2", sentAt: message.sentAt },
    { sequence: 3, text: "text 3", sentAt: message.sentAt },
  ]);
  expect(here.heard).toHaveLength(1);
  expect([...here.failures, ...there.failures]).toEqual([]);
  for (const { relay, store } of [here, there]) {
    await relay.stop();
    await store.close();
  }
});
