import { Markdown } from "#browser/thread";
import type { Graph, SimulationAct } from "#core/domain";
import type { PlayedSimulation, SimulatedMessage } from "#core/simulate";
import type { Names } from "#steps/editors";
import { useEffect, useRef } from "react";
import { actWords } from "../model/act-words.ts";
import { lineWords } from "../model/line-words.ts";
import { zonedTime } from "../model/zoned-time.ts";

interface ChatLogProps {
  readonly played: PlayedSimulation;
  readonly acts: readonly SimulationAct[];
  readonly graph: Graph;
  readonly names: Names;
  readonly timezone: string;
}

/** Acts that are seen as the message they make. */
const areMessages: ReadonlySet<SimulationAct["act"]> = new Set([
  "write",
  "press",
  "send_files",
  "reply",
]);
/** What is told between the messages; the way of the run has a tab of its own. */
const told: ReadonlySet<string> = new Set(["assignment", "conversation", "start", "end", "misfit"]);

/** The conversation as both sides see it, with what was done and what became of it between the messages. */
export const ChatLog = ({ played, acts, graph, names, timezone }: ChatLogProps) => {
  const { messages } = played.state;
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    end.current?.scrollIntoView({ block: "nearest" });
  }, [played]);
  const turns = [null, ...acts.keys()];
  return (
    // a scrolling area must be reachable by keyboard
    // oxlint-disable-next-line no-noninteractive-tabindex
    <div className="sim-log" role="log" aria-label="Simulated conversation" tabIndex={0}>
      {turns.map((turn) => (
        <Turn
          key={turn ?? "start"}
          act={turn === null ? undefined : acts[turn]}
          said={messages.filter(({ act }) => act === turn)}
          lines={(played.lines[turn === null ? 0 : turn + 1] ?? [])
            .filter(({ kind }) => told.has(kind))
            .map((line) => ({ kind: line.kind, words: lineWords(line, graph) }))}
          names={names}
          timezone={timezone}
        />
      ))}
      <div ref={end} />
    </div>
  );
};

interface TurnProps {
  readonly act: SimulationAct | undefined;
  readonly said: readonly SimulatedMessage[];
  readonly lines: readonly { readonly kind: string; readonly words: string }[];
  readonly names: Names;
  readonly timezone: string;
}

/** What is told before the messages that came of it. */
const comesFirst = ({ kind }: TurnProps["lines"][number]) => kind === "start" || kind === "misfit";

const Turn = ({ act, said, lines, names, timezone }: TurnProps) => (
  <>
    {act !== undefined && !areMessages.has(act.act) && (
      <p className="sim-line" data-kind="act">
        {actWords(act, names)}
      </p>
    )}
    {said
      .filter(({ message }) => message.author.kind === "contact")
      .map((each) => (
        <Bubble key={each.message.id} {...each} names={names} timezone={timezone} />
      ))}
    <Lines lines={lines.filter(comesFirst)} />
    {said
      .filter(({ message }) => message.author.kind !== "contact")
      .map((each) => (
        <Bubble key={each.message.id} {...each} names={names} timezone={timezone} />
      ))}
    <Lines lines={lines.filter((line) => !comesFirst(line))} />
  </>
);

const Lines = ({ lines }: Pick<TurnProps, "lines">) =>
  lines.map(({ kind, words }, index) => (
    // What followed from an act never changes its order.
    // oxlint-disable-next-line no-array-index-key
    <p key={index} className="sim-line" data-kind={kind}>
      {words}
    </p>
  ));

const Bubble = ({
  message,
  names,
  timezone,
}: SimulatedMessage & Pick<TurnProps, "names" | "timezone">) => {
  const { author, text, attachments, isNote, isPublic, delivery, quickReplies, sentAt } = message;
  const speaker = isNote
    ? "Note, unseen by the customer"
    : author.kind === "member"
      ? (names.member(author.memberId) ?? "A member")
      : author.kind === "ai_agent"
        ? "Written by AI"
        : null;
  if (author.kind === "system" && !isPublic && !isNote)
    return (
      <p className="sim-line" data-kind="system">
        {text}
      </p>
    );
  return (
    <div className="sim-message" data-from={isNote ? "note" : author.kind}>
      <span className="sim-who">
        {author.kind === "contact" ? "Customer" : (speaker ?? "Workflow")}
        <time dateTime={new Date(sentAt).toISOString()}>{zonedTime(sentAt, timezone)}</time>
      </span>
      {text !== "" && (
        <div className="sim-bubble">
          {author.kind === "contact" ? text : <Markdown text={text} />}
        </div>
      )}
      {attachments.map(({ name }) => (
        <div key={name} className="sim-bubble">
          {name}
        </div>
      ))}
      {quickReplies.length > 0 && (
        <ul className="sim-shown-replies" aria-label="Quick replies">
          {quickReplies.map(({ id, label }) => (
            <li key={id}>{label}</li>
          ))}
        </ul>
      )}
      {delivery === "failed" && <span className="sim-failed">Not delivered</span>}
    </div>
  );
};
