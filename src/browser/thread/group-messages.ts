import type { MessageBody } from "#contract";
import { isSameDay } from "#browser/ui";

export type ThreadRow =
  | { readonly kind: "day"; readonly key: string; readonly at: number }
  | { readonly kind: "unread"; readonly key: string }
  | { readonly kind: "line"; readonly key: string; readonly message: MessageBody }
  | {
      readonly kind: "group";
      readonly key: string;
      readonly messages: readonly [MessageBody, ...MessageBody[]];
    };

/** A pause longer than this starts a new group though the author is the same. */
const longestPause = 5 * 60_000;

const voiceOf = (message: MessageBody) => {
  const { author } = message;
  const kind = message.is_note ? "note" : "message";
  if (author.kind === "member") return `${kind} member ${author.member_id}`;
  return author.kind === "workflow"
    ? `${kind} workflow ${author.run_id}`
    : `${kind} ${author.kind}`;
};

const belongsTo = (group: readonly [MessageBody, ...MessageBody[]], message: MessageBody) => {
  const last = group.at(-1) ?? group[0];
  return (
    voiceOf(last) === voiceOf(message) &&
    Date.parse(message.sent_at) - Date.parse(last.sent_at) < longestPause
  );
};

/**
 * Lays messages out as rows: a divider before each day, one line before the first unread message of somebody else,
 * system lines alone, and what one author said in a go together.
 */
export const groupMessages = (
  messages: readonly MessageBody[],
  unreadAfter: number | null,
): readonly ThreadRow[] => {
  const rows: ThreadRow[] = [];
  let day: number | null = null;
  let isUnreadMarked = unreadAfter === null;
  for (const message of messages) {
    const at = Date.parse(message.sent_at);
    if (day === null || !isSameDay(day, at))
      rows.push({ kind: "day", key: `day ${message.id}`, at });
    day = at;
    if (
      !isUnreadMarked &&
      unreadAfter !== null &&
      message.sequence > unreadAfter &&
      message.author.kind === "contact"
    ) {
      rows.push({ kind: "unread", key: "unread" });
      isUnreadMarked = true;
    }
    const last = rows.at(-1);
    if (message.author.kind === "system" && !message.is_note)
      rows.push({ kind: "line", key: message.id, message });
    else if (last?.kind === "group" && belongsTo(last.messages, message))
      rows[rows.length - 1] = { ...last, messages: [...last.messages, message] };
    else rows.push({ kind: "group", key: message.id, messages: [message] });
  }
  return rows;
};
