import type { CardFinding, CardId } from "#browser/graph";
import type { StepId } from "#core/domain";
import type { ConfigProblem } from "#core/engine";
import type { Story } from "#core/verify";

/** A way through the draft that shows what is wrong. */
export interface FindingWay {
  /** From the first step on. */
  readonly path: readonly StepId[];
  /** The data and events by which a run takes that way; null when none were found. */
  readonly story: Story | null;
}

/** Something to mend before publishing, at its card. */
export interface Finding extends CardFinding {
  readonly card: CardId;
  /** The place in the card's config; null when it is about the card's lines. */
  readonly field: ConfigProblem["path"] | null;
  /** Finds the way that shows it, which takes a moment; null when the finding needs none. */
  readonly way: (() => FindingWay) | null;
}

/** Findings by card, for the drawing. */
export function byCard(findings: readonly Finding[]): ReadonlyMap<CardId, readonly Finding[]> {
  const cards = new Map<CardId, Finding[]>();
  for (const finding of findings)
    cards.set(finding.card, [...(cards.get(finding.card) ?? []), finding]);
  return cards;
}

/** Reads a place in a config from its text form: "options.0.label". */
export const toFieldPath = (field: string | null | undefined): Finding["field"] =>
  field === null || field === undefined || field === ""
    ? null
    : field.split(".").map((part) => (/^\d+$/.test(part) ? Number(part) : part));

/** What to say beside the fields of a panel: what the config itself says at once, then what the checks found besides. */
export function problemsOf(
  bound:
    | { readonly ok: true }
    | { readonly ok: false; readonly problems: readonly ConfigProblem[] }
    | undefined,
  findings: readonly Finding[],
): readonly ConfigProblem[] {
  const own = bound?.ok === false ? bound.problems : [];
  const found = findings.flatMap(({ field, message }) =>
    field === null ? [] : [{ path: field, message }],
  );
  // A finding about a place the config no longer complains of is a moment old; the next check takes it away.
  return [
    ...own,
    ...found.filter(
      ({ path }) => !own.some((problem) => problem.path.join(".") === path.join(".")),
    ),
  ];
}
