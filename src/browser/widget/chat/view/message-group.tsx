import type { ComponentChildren } from "preact";
import type { ChatActions } from "../chat-actions.ts";
import { Markdown } from "../markdown/markdown.tsx";
import type { OutgoingMessage } from "../outbox/outgoing-message.ts";
import type { ChatTexts } from "../texts/english.ts";
import { useTexts, useWording } from "../texts/index.ts";
import { Attachments } from "./files/attachments.tsx";
import { authorName } from "./author-name.ts";
import { Avatar } from "./marks.tsx";
import type { LogGroup, LogLine } from "./message-groups.ts";
import { dayOf, timeOf } from "./moments.ts";

export interface MessageGroupProps {
  readonly group: LogGroup;
  readonly before: readonly LogGroup[];
  readonly next: LogGroup | null;
  readonly readThrough: number;
  readonly workspaceName: string;
  readonly actions: ChatActions;
  readonly now: number;
}

/** A pause this long shows when it began. */
const pauseMs = 5 * 60_000;

/**
 * Messages of one author in a row, under a day when it is the day's first. A name stands where the other side changes, a time where the
 * talk pauses or ends: a conversation reads calmer without them on every line.
 */
export const MessageGroup = ({
  group,
  before,
  next,
  readThrough,
  workspaceName,
  actions,
  now,
}: MessageGroupProps): ComponentChildren => {
  const wording = useWording();
  const isOwn = group.author.kind === "contact";
  const name = authorName(group.author, workspaceName, wording.texts);
  const first = group.lines[0];
  const last = group.lines.at(-1);
  if (first === undefined || last === undefined) return null;
  const day = dayOf(first.at, now, wording);
  const lastDay = before.at(-1)?.lines.at(-1)?.at;
  const lastOther = before.findLast((earlier) => earlier.author.kind !== "contact");
  const isNamed =
    !isOwn &&
    (lastOther === undefined ||
      authorName(lastOther.author, workspaceName, wording.texts) !== name);
  const nextAt = next?.lines[0]?.at;
  const isPausing = nextAt === undefined || Date.parse(nextAt) - Date.parse(last.at) >= pauseMs;
  return (
    <>
      {lastDay !== undefined && dayOf(lastDay, now, wording) === day ? null : (
        <p class="day">{day}</p>
      )}
      <div class={isOwn ? "group is-own" : "group"}>
        {isOwn ? null : (
          <Avatar name={name} kind={group.author.kind === "member" ? "member" : "workflow"} />
        )}
        <div class="lines">
          <p class={isNamed ? "author" : "author is-hidden"}>{name}</p>
          {group.lines.map((line) => (
            <Bubble key={line.id} line={line} isOwn={isOwn} actions={actions} />
          ))}
        </div>
      </div>
      {isPausing ? (
        <p class={isOwn ? "meta is-own" : "meta"}>
          <time dateTime={last.at} dir="auto">
            {timeOf(last.at, wording)}
          </time>
          {isOwn && next === null ? <Delivery line={last} readThrough={readThrough} /> : null}
        </p>
      ) : null}
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
  const texts = useTexts();
  const isFailed = line.kind === "outgoing" && line.outgoing.state === "failed";
  return (
    <>
      <div
        class={`bubble prose${line.kind === "outgoing" ? " is-outgoing" : ""}${isFailed ? " is-failed" : ""}`}
        dir="auto"
        id={line.id}
      >
        {line.text === "" ? null : isOwn ? (
          <p class="plain">{line.text}</p>
        ) : (
          <Markdown text={line.text} />
        )}
        <Attachments
          files={line.kind === "placed" ? line.message.attachments : line.outgoing.files}
          addressOf={actions.files.addressOf}
        />
      </div>
      {isFailed ? (
        <p class="failure" role="alert">
          {texts.failed}{" "}
          <button type="button" class="link" onClick={() => actions.retry(line.id)}>
            {texts.retry}
          </button>{" "}
          <button type="button" class="link" onClick={() => actions.discard(line.id)}>
            {texts.discard}
          </button>
        </p>
      ) : null}
    </>
  );
};

const sayState = (state: OutgoingMessage["state"], texts: ChatTexts): string =>
  ({ queued: texts.sending, retrying: texts.waiting, accepted: texts.sent, failed: "" })[state];

const Delivery = ({
  line,
  readThrough,
}: {
  readonly line: LogLine;
  readonly readThrough: number;
}): ComponentChildren => {
  const texts = useTexts();
  const text =
    line.kind === "outgoing"
      ? sayState(line.outgoing.state, texts)
      : line.message.sequence <= readThrough
        ? texts.read
        : texts.sent;
  return text === "" ? null : <span> · {text}</span>;
};
