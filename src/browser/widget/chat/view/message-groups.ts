import type { VisitorMessageBody } from "#contract";
import type { OutgoingMessage } from "../outbox/outgoing-message.ts";

/** One line of the log: a message the server has placed, or one of the visitor's on its way. */
export type LogLine = { readonly id: string; readonly at: string; readonly text: string } & (
  | { readonly kind: "placed"; readonly message: VisitorMessageBody }
  | { readonly kind: "outgoing"; readonly outgoing: OutgoingMessage }
);

/** Lines of one author that belong together. */
export interface LogGroup {
  readonly key: string;
  readonly author: VisitorMessageBody["author"];
  readonly lines: readonly LogLine[];
}

/** Lines further apart than this start a new group. */
const groupMs = 5 * 60_000;
const visitor: VisitorMessageBody["author"] = { kind: "contact", name: null };

/** Gathers messages, in sequence order, and after them what is on its way, into groups of one author. */
export const toGroups = (
  messages: readonly VisitorMessageBody[],
  outbox: readonly OutgoingMessage[],
): readonly LogGroup[] => {
  const lines = [
    ...messages.map((message) => ({
      author: message.author,
      line: {
        kind: "placed",
        id: message.id,
        at: message.sent_at,
        text: message.text,
        message,
      } as const,
    })),
    ...outbox.map((outgoing) => ({
      author: visitor,
      line: {
        kind: "outgoing",
        id: outgoing.id,
        at: outgoing.written_at,
        text: outgoing.text,
        outgoing,
      } as const,
    })),
  ];
  const groups: { key: string; author: VisitorMessageBody["author"]; lines: LogLine[] }[] = [];
  for (const { author, line } of lines) {
    const group = groups.at(-1);
    const isSame =
      group !== undefined && group.author.kind === author.kind && group.author.name === author.name;
    const before = group?.lines.at(-1)?.at;
    if (isSame && before !== undefined && Date.parse(line.at) - Date.parse(before) < groupMs)
      group.lines.push(line);
    else groups.push({ key: line.id, author, lines: [line] });
  }
  return groups;
};
