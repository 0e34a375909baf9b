import { formatClock, IconTile } from "#browser/ui";
import { Tooltip } from "@mantine/core";
import { IconAlertCircle, IconAlertTriangle, IconPlus } from "@tabler/icons-react";
import type { Node, NodeProps } from "@xyflow/react";
import { Handle, Position } from "@xyflow/react";
import { memo } from "react";
import { useCanvasActions } from "./canvas-actions.ts";
import type { Card, CardFinding, CardPath } from "./card.ts";
import type { CardVisits } from "./run-overlay.ts";
import { durationWords } from "./run-words.ts";
import { SummaryText } from "./summary-text.tsx";

export type CardNode = Node<{ card: Card }, "card">;

/** The canvas library also tells where a card stands, at every move of the mouse; the drawing is the same everywhere. */
const looksTheSame = (one: NodeProps<CardNode>, other: NodeProps<CardNode>): boolean =>
  one.data.card === other.data.card && one.selected === other.selected;

/** Draws one card: what it is, what it does in words, its ways out, and what a run did here. */
export const CardView = memo(({ data: { card }, selected }: NodeProps<CardNode>) => {
  const isTrigger = card.id === "trigger";
  return (
    <article
      className="graph-card"
      data-selected={selected || undefined}
      data-state={card.visits?.state}
      data-aside={card.isAside || undefined}
      data-mark={card.mark?.tone}
      data-trigger={isTrigger || undefined}
    >
      {!isTrigger && <Handle type="target" position={Position.Left} className="graph-entry" />}
      {card.visits !== null && <VisitNumbers visits={card.visits} />}
      {card.mark?.badge != null && <span className="graph-card-mark">{card.mark.badge}</span>}
      <header className="graph-card-head">
        <IconTile icon={card.look.icon} hue={card.look.hue} isRound={isTrigger} />
        <span className="graph-card-names">
          {card.typeTitle !== card.name && (
            <span className="graph-card-type">{card.typeTitle}</span>
          )}
          <span className="graph-card-name" title={card.name}>
            {card.name}
          </span>
        </span>
        {card.findings.length > 0 && (
          <FindingsBadge card={card} findings={card.findings} isReached={selected} />
        )}
      </header>
      {card.summary !== "" && (
        <p
          className="graph-card-summary"
          data-unfinished={card.isUnfinished || undefined}
          title={card.summary}
        >
          {card.isUnfinished ? sentence(card.summary) : <SummaryText text={card.summary} />}
        </p>
      )}
      {card.visits !== null && <VisitLine visits={card.visits} />}
      {card.mark?.detail != null && <p className="graph-visit-line">{card.mark.detail}</p>}
      {card.paths.length > 0 && (
        <ul className="graph-paths">
          {card.paths.map((path) => (
            <PathRow key={path.id} card={card} path={path} isReached={selected} />
          ))}
        </ul>
      )}
    </article>
  );
}, looksTheSame);
CardView.displayName = "CardView";

const sentence = (text: string) => text.replace(/^./, (first) => first.toUpperCase());

const VisitNumbers = ({ visits }: { visits: CardVisits }) => {
  const shown =
    visits.numbers.length > 3
      ? [...visits.numbers.slice(0, 2), `+${visits.numbers.length - 2}`]
      : visits.numbers;
  return (
    <span className="graph-visit-numbers" aria-label={`Visit ${visits.numbers.join(", ")}`}>
      {shown.map((number) => (
        <span key={number}>{number}</span>
      ))}
    </span>
  );
};

const stateWords: Readonly<Record<CardVisits["state"], string>> = {
  left: "",
  running: "Running now",
  waiting: "Waiting here",
  paused: "Paused here",
  ended: "Ended here",
  failed: "Failed here",
};

const VisitLine = ({ visits }: { visits: CardVisits }) => {
  const time = formatClock(visits.enteredAt);
  const took = visits.leftAt === null ? null : durationWords(visits.leftAt - visits.enteredAt);
  return (
    <p className="graph-visit-line">
      {stateWords[visits.state] !== "" && <strong>{stateWords[visits.state]}</strong>}
      <span>{took === null ? `since ${time}` : `${time} · ${took}`}</span>
      {visits.problem !== null && <span className="graph-visit-problem">{visits.problem}</span>}
    </p>
  );
};

interface ButtonOnCard {
  readonly card: Card;
  /** The Tab key comes by: the buttons of five hundred cards would be no way to anywhere. */
  readonly isReached: boolean;
}

const FindingsBadge = ({
  card,
  findings,
  isReached,
}: ButtonOnCard & { findings: readonly CardFinding[] }) => {
  const actions = useCanvasActions();
  const isError = findings.some((finding) => finding.severity === "error");
  const Mark = isError ? IconAlertCircle : IconAlertTriangle;
  return (
    <Tooltip label={<FindingList findings={findings} />} multiline maw={280}>
      <button
        type="button"
        className="graph-findings nodrag"
        data-severity={isError ? "error" : "warning"}
        tabIndex={isReached ? 0 : -1}
        aria-label={`${findings.length} ${findings.length === 1 ? "finding" : "findings"}`}
        onClick={() => actions?.showFindings(card.id)}
      >
        <Mark size={15} />
        {findings.length > 1 && findings.length}
      </button>
    </Tooltip>
  );
};

const FindingList = ({ findings }: { findings: readonly CardFinding[] }) => (
  <ul className="graph-finding-list">
    {findings.slice(0, 5).map((finding) => (
      <li key={finding.message}>{finding.message}</li>
    ))}
    {findings.length > 5 && <li>and {findings.length - 5} more</li>}
  </ul>
);

const PathRow = ({ card, path, isReached }: ButtonOnCard & { path: CardPath }) => {
  const actions = useCanvasActions();
  return (
    <li
      className="graph-path"
      data-wired={path.isWired || undefined}
      data-required={path.isRequired || undefined}
      data-taken={path.takenCount > 0 || undefined}
    >
      <span className="graph-path-title" title={path.title}>
        {path.title}
        {path.takenCount > 1 && <span className="graph-path-count"> ×{path.takenCount}</span>}
      </span>
      <Handle type="source" id={path.id} position={Position.Right} className="graph-exit" />
      {actions !== null && !path.isWired && (
        <button
          type="button"
          className="graph-quick-add nodrag nopan"
          aria-label={`Add a step after ${path.title}`}
          tabIndex={isReached ? 0 : -1}
          onClick={(event) =>
            actions.quickAdd(
              { from: card.id, path: path.id },
              event.currentTarget.getBoundingClientRect(),
            )
          }
        >
          <IconPlus size={13} stroke={2.4} />
        </button>
      )}
    </li>
  );
};
