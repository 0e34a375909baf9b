import type { CardId } from "#browser/graph";
import type { Graph, JsonObject, StepId } from "#core/domain";
import { stepCatalogue } from "#steps";
import { triggerCatalogue } from "#triggers";
import { stepName } from "../../step-name.ts";
import type { Change, Difference } from "../difference.ts";
import { fieldSentence } from "./field-sentence.ts";
import type { Names } from "#steps/editors";
import type { DifferenceSentence } from "./sentence.ts";

/** Says a difference in plain words, one sentence a change; paths out of a step that came or went go without saying. */
export const inSentences = (
  { before, after, changes, notes }: Difference,
  names: Names,
): readonly DifferenceSentence[] => [
  ...changes.flatMap((change) => changeSentence(change, { before, after, changes, names })),
  ...notes.map(({ kind, note }): DifferenceSentence => ({
    tone: kind === "note_added" ? "added" : kind === "note_removed" ? "removed" : "changed",
    card: null,
    text: `The note “${shorten(note.text)}” ${kind === "note_added" ? "is new" : kind === "note_removed" ? "is gone" : "has another text"}`,
    stretches: [],
  })),
];

interface Beside {
  readonly before: Graph;
  readonly after: Graph;
  readonly changes: readonly Change[];
  readonly names: Names;
}

const changeSentence = (change: Change, beside: Beside): readonly DifferenceSentence[] => {
  const { before, after } = beside;
  switch (change.kind) {
    case "step_added": {
      const { step } = change;
      const type = stepCatalogue.get(step.type);
      const summary = type?.sketch(step.config).summary ?? "";
      const what = summary === "" ? (type?.title ?? step.type) : summary;
      return [sentence("added", step.id, `“${stepName(step)}” is new: ${shorten(what)}`)];
    }
    case "step_removed":
      return [sentence("removed", change.step.id, `“${stepName(change.step)}” is gone`)];
    case "step_renamed":
      return [
        sentence(
          "changed",
          change.after.id,
          `“${stepName(change.before)}” is now called “${stepName(change.after)}”`,
        ),
      ];
    case "step_replaced": {
      const [was, is] = [change.before, change.after].map(
        ({ type }) => stepCatalogue.get(type)?.title ?? type,
      );
      return [
        sentence(
          "changed",
          change.after.id,
          `“${stepName(change.after)}” is now “${is ?? ""}” instead of “${was ?? ""}”`,
        ),
      ];
    }
    case "field_changed":
      if (change.card === "trigger" && before.trigger.type !== after.trigger.type)
        return triggerTypeSentence(change.field, before, after);
      return fieldSentence(change, {
        name: nameIn(after, change.card),
        config: [configOf(before, change.card), configOf(after, change.card)],
        isFirstOfWait: isFirstOfWait(change, beside),
        isWait: isStepType(after, change.card, "wait"),
        names: beside.names,
      });
    case "path_changed":
      return pathSentence(change, before, after);
    case "silent_end_changed":
      return isGone(after, change.from)
        ? []
        : [
            sentence(
              "changed",
              change.from,
              `${pathWords(after, change.from, change.path)} ${change.isSilent ? "now ends silently" : "no longer ends silently: the fallback may speak"}`,
            ),
          ];
  }
};

const sentence = (
  tone: DifferenceSentence["tone"],
  card: CardId,
  text: string,
): DifferenceSentence => ({ tone, card, text, stretches: [] });

/** A trigger of another type is told once; its settings are all others. */
const triggerTypeSentence = (
  [part]: readonly string[],
  before: Graph,
  after: Graph,
): readonly DifferenceSentence[] =>
  part === "type"
    ? [
        sentence(
          "changed",
          "trigger",
          `It now starts on “${nameIn(after, "trigger")}” instead of “${nameIn(before, "trigger")}”`,
        ),
      ]
    : [];

const pathSentence = (
  { from, path, before: was, after: is }: Extract<Change, { kind: "path_changed" }>,
  before: Graph,
  after: Graph,
): readonly DifferenceSentence[] => {
  if (isGone(after, from)) return [];
  const isNew = isGone(before, from);
  const to = is === null ? null : nameIn(after, is);
  const old = was === null ? null : nameIn(isGone(after, was) ? before : after, was);
  const instead = old === null ? "" : ` instead of “${old}”`;
  const tone = is === null ? "removed" : was === null ? "added" : "changed";
  if (from === "trigger") {
    const text =
      to === null
        ? `Nothing is done any more: it began with “${old ?? ""}”`
        : `It now begins with “${to}”${instead}`;
    return [sentence(tone, is ?? from, text)];
  }
  const words = pathWords(after, from, path);
  if (to === null)
    return [sentence(tone, from, `${words} no longer leads to “${old ?? ""}”, it ends there`)];
  return [
    sentence(
      isNew ? "added" : tone,
      from,
      `${words} ${isNew ? "leads" : "now leads"} to “${to}”${instead}`,
    ),
  ];
};

/** Names a way out of a step: "“Answered” of “Ask”", and the step alone when it has one way only. */
const pathWords = (graph: Graph, from: StepId, path: string): string => {
  const step = graph.steps.find(({ id }) => id === from);
  if (step === undefined) return "A path";
  const paths = stepCatalogue.get(step.type)?.sketch(step.config).outputPaths ?? [];
  const title = paths.find(({ id }) => id === path)?.title ?? path;
  return paths.length === 1 && paths[0]?.id === path
    ? `“${stepName(step)}”`
    : `“${title}” of “${stepName(step)}”`;
};

const isGone = (graph: Graph, card: CardId): boolean =>
  card !== "trigger" && !graph.steps.some(({ id }) => id === card);

const isStepType = (graph: Graph, card: CardId, type: string): boolean =>
  graph.steps.some((step) => step.id === card && step.type === type);

/** Amount and unit of a wait are one time: the first of the two is said for both. */
const isFirstOfWait = (
  change: Extract<Change, { kind: "field_changed" }>,
  { changes }: Beside,
): boolean =>
  changes.find(
    (each) => each.kind === "field_changed" && each.card === change.card && isTime(each.field),
  ) === change;

const isTime = (field: readonly string[]): boolean =>
  field.length === 1 && (field[0] === "amount" || field[0] === "unit");

/** What a card is called in a graph. */
const nameIn = (graph: Graph, card: CardId): string => {
  if (card === "trigger") return triggerCatalogue.get(graph.trigger.type)?.title ?? "The trigger";
  const step = graph.steps.find(({ id }) => id === card);
  return step === undefined ? "a step that is gone" : stepName(step);
};

const configOf = (graph: Graph, card: CardId): JsonObject =>
  card === "trigger"
    ? graph.trigger.config
    : (graph.steps.find(({ id }) => id === card)?.config ?? {});

const shorten = (text: string): string => (text.length > 80 ? `${text.slice(0, 79)}…` : text);
