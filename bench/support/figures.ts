import { median, spread } from "./statistics.ts";

/** One measured figure; without a target of DESIGN 10 it is for information. */
export interface Figure {
  readonly name: string;
  /** One per turn; their median is the figure. */
  readonly values: readonly number[];
  readonly unit: string;
  readonly target?: { readonly text: string; readonly isMet: (value: number) => boolean };
}

const rounded = (value: number) => Number(value.toPrecision(4));

/** Prints one JSON object, or a line per figure for a person. */
export function printFigures(bench: string, figures: readonly Figure[], asJson: boolean): void {
  const entries = figures.map(({ name, values, unit, target }) => {
    const value = median(values);
    return {
      name,
      value: rounded(value),
      unit,
      target: target?.text ?? null,
      is_met: target?.isMet(value) ?? null,
      spread: values.length > 1 ? spread(values).map(rounded) : null,
    };
  });
  if (asJson) {
    const byName = entries.map(({ name, ...rest }) => [name, rest]);
    console.log(JSON.stringify({ bench, figures: Object.fromEntries(byName) }));
    return;
  }
  for (const { name, value, unit, target, is_met, spread: range } of entries) {
    const between = range === null ? "" : ` (${range.join(" to ")})`;
    const verdict = target === null ? "" : `, target ${target}: ${is_met ? "met" : "MISSED"}`;
    console.log(`${name}: ${value}${between} ${unit}${verdict}`);
  }
}
