import {
  contactIdSchema,
  conversationIdSchema,
  memberIdSchema,
  runIdSchema,
  workspaceIdSchema,
} from "#core/domain";
import { type Announcement, type Announcements, newToken } from "#server/platform";
import { Client } from "pg";
import { z } from "zod";
import { type MessageRow, toMessage } from "./rows/message-row.ts";
import type { Store } from "./store.ts";

const CHANNEL = "switchboard_announcement";
const LARGEST_PAYLOAD = 7_900; // PostgreSQL refuses 8000 bytes and more
const LONGEST_PAUSE_MS = 5_000;

// losing a notice is harmless, so its commit waits for no flush
const NOTIFY = "select set_config('synchronous_commit', 'off', true), pg_notify($1, $2)";

const noticeSchema = z.object({
  from: z.string(),
  announcements: z.array(
    z.object({
      w: workspaceIdSchema,
      c: contactIdSchema.nullable(),
      v: z.array(conversationIdSchema),
      /** First new sequence per conversation that got messages. */
      m: z.array(z.tuple([conversationIdSchema, z.number()])),
      r: z.array(runIdSchema),
      p: z.array(memberIdSchema),
    }),
  ),
});
type Notice = z.infer<typeof noticeSchema>["announcements"][number];

/**
 * Carries announcements between processes on one database: ids only, in one NOTIFY per batch, sent after the commit.
 * Receivers load the messages themselves. What does not get through is harmless: screens catch up by cursor.
 */
export interface AnnouncementRelay {
  /** Tells this process at once and the others soon. */
  announce(announcements: readonly Announcement[]): void;
  stop(): Promise<void>;
}

/** Starts to listen and keeps at it, through lost connections, until stopped. */
export function startAnnouncementRelay(options: {
  store: Store;
  announcements: Announcements;
  onFailure: (error: unknown) => void;
}): AnnouncementRelay {
  const { store, announcements, onFailure } = options;
  const from = newToken();
  let client: Client | undefined;
  let isStopped = false;
  let pause = 100;
  let retry: NodeJS.Timeout | undefined;

  let waiting: Announcement[] = [];
  let isSending = false;

  /** What gathers while one notice is on its way goes with the next. */
  async function sendAll(): Promise<void> {
    isSending = true;
    while (waiting.length > 0 && !isStopped) {
      const list = waiting;
      waiting = [];
      for (const payload of toPayloads(from, list))
        await store
          .query({ name: "announce", text: NOTIFY, values: [CHANNEL, payload] })
          .catch(onFailure);
    }
    isSending = false;
  }
  async function receive(payload: string): Promise<void> {
    const notice = noticeSchema.parse(JSON.parse(payload));
    if (notice.from !== from) announcements.announce(await reload(store, notice.announcements));
  }
  async function listen(): Promise<void> {
    const next = new Client(store.connectionConfig);
    client = next;
    next.on("notification", ({ payload }) => void receive(payload ?? "").catch(onFailure));
    next.on("error", onFailure);
    next.on("end", () => {
      if (!isStopped && client === next) schedule();
    });
    await next.connect();
    await next.query(`listen ${CHANNEL}`);
    pause = 100;
  }
  function schedule(): void {
    client = undefined;
    retry = setTimeout(() => start(), pause);
    pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
  }
  function start(): void {
    listen().catch((error: unknown) => {
      onFailure(error);
      if (!isStopped && client !== undefined) schedule();
    });
  }
  start();
  return {
    announce(list) {
      announcements.announce(list);
      waiting.push(...list);
      if (!isSending) void sendAll();
    },
    async stop() {
      isStopped = true;
      clearTimeout(retry);
      await client?.end().catch(() => undefined);
    },
  };
}

/** As few payloads as fit; an announcement too large for one is left out, its screens catch up. */
function* toPayloads(from: string, list: readonly Announcement[]): Generator<string> {
  let room = LARGEST_PAYLOAD;
  let gathered: string[] = [];
  const close = () => `{"from":"${from}","announcements":[${gathered.join(",")}]}`;
  for (const announcement of list) {
    const text = JSON.stringify(toNotice(announcement));
    if (text.length > LARGEST_PAYLOAD - 100) continue;
    if (gathered.length > 0 && text.length > room - 100) {
      yield close();
      gathered = [];
      room = LARGEST_PAYLOAD;
    }
    gathered.push(text);
    room -= text.length + 1;
  }
  if (gathered.length > 0) yield close();
}

function toNotice(announcement: Announcement): Notice {
  const first = new Map<Notice["m"][number][0], number>();
  for (const { conversationId, sequence } of announcement.messages)
    first.set(conversationId, Math.min(sequence, first.get(conversationId) ?? sequence));
  return {
    w: announcement.workspaceId,
    c: announcement.contactId,
    v: [...announcement.conversationIds],
    m: [...first],
    r: [...announcement.runIds],
    p: [...announcement.memberIds],
  };
}

async function reload(store: Store, notices: readonly Notice[]): Promise<Announcement[]> {
  const wanted = notices.flatMap(({ w, m }) => m.map(([id, sequence]) => ({ w, id, sequence })));
  const rows =
    wanted.length === 0
      ? []
      : await store.query<MessageRow>({
          // by the primary key of message
          text: `select message.* from unnest($1::uuid[], $2::uuid[], $3::int[]) as wanted (workspace_id, conversation_id, sequence)
            join message using (workspace_id, conversation_id) where message.sequence >= wanted.sequence
            order by message.sequence`,
          values: [
            wanted.map(({ w }) => w),
            wanted.map(({ id }) => id),
            wanted.map(({ sequence }) => sequence),
          ],
        });
  return notices.map((notice) => ({
    workspaceId: notice.w,
    contactId: notice.c,
    conversationIds: notice.v,
    messages: rows
      .filter((row) => notice.m.some(([id]) => id === row.conversation_id))
      .map(toMessage),
    runIds: notice.r,
    memberIds: notice.p,
  }));
}
