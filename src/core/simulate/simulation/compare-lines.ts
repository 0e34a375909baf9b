import type { SimulationLine } from "#core/domain";

/** A line of a comparison: as expected, expected and missing, or not expected. */
export interface ComparedLine {
  readonly change: "same" | "missing" | "new";
  readonly line: SimulationLine;
}

const isSame = (one: SimulationLine, other: SimulationLine): boolean =>
  one.kind === other.kind && one.step_id === other.step_id && one.text === other.text;

/** Compares what followed from one act with what was expected, by the longest common sequence. */
export const compareLines = (
  expected: readonly SimulationLine[],
  played: readonly SimulationLine[],
): readonly ComparedLine[] => {
  const longest = Array.from({ length: expected.length + 1 }, () =>
    Array.from({ length: played.length + 1 }, () => 0),
  );
  const at = (row: number, column: number): number => longest[row]?.[column] ?? 0;
  for (let row = expected.length - 1; row >= 0; row -= 1)
    for (let column = played.length - 1; column >= 0; column -= 1) {
      const [left, right] = [expected[row], played[column]];
      const cells = longest[row];
      if (left === undefined || right === undefined || cells === undefined) continue;
      cells[column] = isSame(left, right)
        ? at(row + 1, column + 1) + 1
        : Math.max(at(row + 1, column), at(row, column + 1));
    }
  const compared: ComparedLine[] = [];
  let [row, column] = [0, 0];
  while (row < expected.length || column < played.length) {
    const [left, right] = [expected[row], played[column]];
    if (left !== undefined && right !== undefined && isSame(left, right)) {
      compared.push({ change: "same", line: right });
      row += 1;
      column += 1;
    } else if (
      left !== undefined &&
      (right === undefined || at(row + 1, column) >= at(row, column + 1))
    ) {
      compared.push({ change: "missing", line: left });
      row += 1;
    } else if (right !== undefined) {
      compared.push({ change: "new", line: right });
      column += 1;
    }
  }
  return compared;
};

/** How many lines of all acts are missing or new; 0 when a simulation came out as expected. */
export const countChanges = (
  expected: readonly (readonly SimulationLine[])[],
  played: readonly (readonly SimulationLine[])[],
): number =>
  Array.from({ length: Math.max(expected.length, played.length) }, (_, act) =>
    compareLines(expected[act] ?? [], played[act] ?? []),
  )
    .flat()
    .filter(({ change }) => change !== "same").length;
