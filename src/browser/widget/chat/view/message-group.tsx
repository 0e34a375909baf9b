import type { ComponentChildren } from "preact";
import { chatTexts } from "../../texts.ts";
import type { ChatActions } from "../chat-actions.ts";
import { Markdown } from "../markdown/markdown.tsx";
import type { OutgoingMessage } from "../outbox/outgoing-message.ts";
import { authorName } from "./author-name.ts";
import { Avatar } from "./marks.tsx";
import type { LogGroup, LogLine } from "./message-groups.ts";
import { dayOf, timeOf } from "./moments.ts";

export interface MessageGroupProps {
  readonly group: LogGroup;
  readonly previous: LogGroup | null;
  readonly isLast: boolean;
  readonly readThrough: number;
  readonly workspaceName: string;
  readonly actions: ChatActions;
  readonly now: number;
}

/** Messages of one author in a row, under a day when it is the day's first, with their time and delivery below. */
export const MessageGroup = ({
  group,
  previous,
  isLast,
  readThrough,
  workspaceName,
  actions,
  now,
}: MessageGroupProps): ComponentChildren => {
  const isOwn = group.author.kind === "contact";
  const name = authorName(group.author, workspaceName);
  const first = group.lines[0];
  const last = group.lines.at(-1);
  if (first === undefined || last === undefined) return null;
  const day = dayOf(first.at, now);
  return (
    <>
      {previous === null || dayOf(previous.lines.at(-1)?.at ?? first.at, now) !== day ? (
        <p class="day">{day}</p>
      ) : null}
      <div class={isOwn ? "group is-own" : "group"}>
        {isOwn ? null : (
          <Avatar name={name} kind={group.author.kind === "member" ? "member" : "workflow"} />
        )}
        <div class="lines">
          <p class={isOwn ? "author is-hidden" : "author"}>{name}</p>
          {group.lines.map((line) => (
            <Bubble key={line.id} line={line} isOwn={isOwn} actions={actions} />
          ))}
          <p class="meta">
            <time dateTime={last.at}>{timeOf(last.at)}</time>
            {isOwn && isLast ? <Delivery line={last} readThrough={readThrough} /> : null}
          </p>
        </div>
      </div>
    </>
  );
};

const Bubble = ({
  line,
  isOwn,
  actions,
}: {
  readonly line: LogLine;
  readonly isOwn: boolean;
  readonly actions: ChatActions;
}): ComponentChildren => {
  const isFailed = line.kind === "outgoing" && line.outgoing.state === "failed";
  return (
    <>
      <div
        class={`bubble prose${line.kind === "outgoing" ? " is-outgoing" : ""}${isFailed ? " is-failed" : ""}`}
        dir="auto"
      >
        {isOwn ? <p class="plain">{line.text}</p> : <Markdown text={line.text} />}
      </div>
      {isFailed ? (
        <p class="failure" role="alert">
          {chatTexts.failed}{" "}
          <button type="button" class="link" onClick={() => actions.retry(line.id)}>
            {chatTexts.retry}
          </button>{" "}
          <button type="button" class="link" onClick={() => actions.discard(line.id)}>
            {chatTexts.discard}
          </button>
        </p>
      ) : null}
    </>
  );
};

const outgoingTexts: Readonly<Record<OutgoingMessage["state"], string>> = {
  queued: chatTexts.sending,
  retrying: chatTexts.waiting,
  accepted: chatTexts.sent,
  failed: "",
};

const Delivery = ({
  line,
  readThrough,
}: {
  readonly line: LogLine;
  readonly readThrough: number;
}): ComponentChildren => {
  const text =
    line.kind === "outgoing"
      ? outgoingTexts[line.outgoing.state]
      : line.message.sequence <= readThrough
        ? chatTexts.read
        : chatTexts.sent;
  return text === "" ? null : <span class="delivery">{text}</span>;
};
