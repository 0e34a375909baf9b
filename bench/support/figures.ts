/** One measured figure with the target of DESIGN 10 beside it; a null target is for information. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly target: string | null;
  readonly isMet: boolean;
  readonly spread: readonly [number, number] | null;
}

const rounded = (value: number) => Number(value.toPrecision(4));

/** Prints one JSON object, or a line per figure for a person. */
export function printFigures(bench: string, figures: readonly Figure[], asJson: boolean): void {
  if (asJson) {
    const entries = figures.map(({ name, value, unit, target, isMet, spread }) => [
      name,
      {
        value: rounded(value),
        unit,
        target,
        is_met: target === null ? null : isMet,
        spread: spread?.map(rounded) ?? null,
      },
    ]);
    console.log(JSON.stringify({ bench, figures: Object.fromEntries(entries) }));
    return;
  }
  for (const { name, value, unit, target, isMet, spread } of figures) {
    const range = spread === null ? "" : ` (${spread.map(rounded).join(" to ")})`;
    const verdict = target === null ? "" : `, target ${target}: ${isMet ? "met" : "MISSED"}`;
    console.log(`${name}: ${rounded(value)}${range} ${unit}${verdict}`);
  }
}
