import type { Graph, GraphTrigger, Step } from "#core/domain";
import { edgeKey } from "#core/domain";
import type { OutputPath, StepCatalogue, TriggerCatalogue } from "#core/engine";
import { IconBolt, IconQuestionMark } from "@tabler/icons-react";
import type { CardId } from "./card-id.ts";
import type { Look, Looks } from "./look.ts";
import { readStep } from "./read-step.ts";
import type { CardMark, Marks } from "./marks.ts";
import type { CardVisits, RunOverlay } from "./run-overlay.ts";

/** What is wrong at a card; `path` names a way out, `field` a place in the config. */
export interface CardFinding {
  readonly message: string;
  readonly severity: "error" | "warning";
}

export interface CardPath {
  readonly id: string;
  readonly title: string;
  readonly isRequired: boolean;
  readonly isWired: boolean;
  /** How often the shown run took it; 0 for never, and without a run. */
  readonly takenCount: number;
}

/** All that a card shows, ready to be drawn. */
export interface Card {
  readonly id: CardId;
  readonly typeTitle: string;
  readonly name: string;
  readonly summary: string;
  /** Its config cannot run yet; the summary says what is missing. */
  readonly isUnfinished: boolean;
  readonly look: Look;
  readonly position: Step["position"];
  readonly paths: readonly CardPath[];
  readonly findings: readonly CardFinding[];
  readonly visits: CardVisits | null;
  readonly mark: CardMark | null;
  /** What is laid over the drawing did not come by here. */
  readonly isAside: boolean;
}

/** What the cards of a graph are drawn from. */
export interface CardSource {
  readonly graph: Graph;
  readonly steps: StepCatalogue;
  readonly triggers: TriggerCatalogue;
  readonly looks: Looks;
  /** Says what a step does or when the trigger fires, with the names of whom they point at; null leaves it to their own summary. */
  readonly describe?: (card: Step | GraphTrigger) => string | null;
  readonly findings?: ReadonlyMap<CardId, readonly CardFinding[]>;
  readonly overlay?: RunOverlay | null;
  readonly marks?: Marks | null;
}

const unknownLook: Look = { icon: IconQuestionMark, hue: "slate" };
const triggerPaths: readonly OutputPath[] = [{ id: "next", title: "Start", isRequired: true }];

/** Draws up every card of a graph, the trigger first. */
export function toCards(source: CardSource): readonly Card[] {
  const wired = new Set(source.graph.edges.map(edgeKey));
  return [
    triggerCard(source, wired),
    ...source.graph.steps.map((step) => stepCard(step, source, wired)),
  ];
}

function triggerCard(
  { graph, triggers, looks, describe, findings, overlay, marks }: CardSource,
  wired: ReadonlySet<string>,
): Card {
  const type = triggers.get(graph.trigger.type);
  const bound = type?.bind(graph.trigger.config);
  const count = graph.trigger.conditions.conditions.length;
  const summary =
    bound?.ok === true
      ? bound.trigger.summary
      : (type?.description ?? "This trigger is not known here");
  return {
    id: "trigger",
    typeTitle: "Trigger",
    name: type?.title ?? graph.trigger.type,
    summary:
      describe?.(graph.trigger) ??
      (count === 0 ? summary : `${summary} · ${count} ${count === 1 ? "condition" : "conditions"}`),
    isUnfinished: bound?.ok === false,
    look: looks.triggers.get(graph.trigger.type) ?? { icon: IconBolt, hue: "slate" },
    position: graph.trigger_position,
    paths: toPaths("trigger", triggerPaths, wired, overlay),
    findings: findings?.get("trigger") ?? [],
    visits: null,
    mark: marks?.cards.get("trigger") ?? null,
    isAside: marks?.dimsOthers === true && !marks.cards.has("trigger"),
  };
}

function stepCard(
  step: Step,
  { steps, looks, describe, findings, overlay, marks }: CardSource,
  wired: ReadonlySet<string>,
): Card {
  const type = steps.get(step.type);
  const reading = readStep(step, steps);
  const visits = overlay?.cards.get(step.id) ?? null;
  const mark = marks?.cards.get(step.id) ?? null;
  return {
    id: step.id,
    typeTitle: type?.title ?? step.type,
    name: step.name.trim() === "" ? (type?.title ?? step.type) : step.name,
    summary: describe?.(step) ?? reading?.summary ?? "This step type is not known here",
    isUnfinished: reading?.isUnfinished ?? false,
    look: looks.steps.get(step.type) ?? unknownLook,
    position: step.position,
    paths: toPaths(step.id, reading?.outputPaths ?? [], wired, overlay),
    findings: findings?.get(step.id) ?? [],
    visits,
    mark,
    isAside:
      (overlay !== null && overlay !== undefined && visits === null) ||
      (marks?.dimsOthers === true && mark === null),
  };
}

const toPaths = (
  from: CardId,
  paths: readonly OutputPath[],
  wired: ReadonlySet<string>,
  overlay: RunOverlay | null | undefined,
): readonly CardPath[] =>
  paths.map((path) => ({
    ...path,
    isWired: wired.has(edgeKey({ from, path: path.id })),
    takenCount: overlay?.edges.get(edgeKey({ from, path: path.id })) ?? 0,
  }));
