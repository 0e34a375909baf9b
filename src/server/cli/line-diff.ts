/** Tells two texts apart line by line: `- ` only in the first, `+ ` only in the second, with three lines around each difference. */
export function lineDiff(first: string, second: string): readonly string[] {
  const [a, b] = [first.split("\n"), second.split("\n")];
  const lines = merge(a, b, commonLengths(a, b));
  const isNear = (index: number): boolean =>
    lines.slice(Math.max(0, index - 3), index + 4).some((line) => !line.startsWith("  "));
  return lines.filter((_line, index) => isNear(index));
}

/** How long the longest common rest is from each pair of lines on. */
function commonLengths(a: readonly string[], b: readonly string[]): readonly Uint32Array[] {
  const rows = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const row = rows[i];
      if (row === undefined) continue;
      row[j] =
        a[i] === b[j]
          ? (rows[i + 1]?.[j + 1] ?? 0) + 1
          : Math.max(rows[i + 1]?.[j] ?? 0, row[j + 1] ?? 0);
    }
  return rows;
}

function merge(
  a: readonly string[],
  b: readonly string[],
  common: readonly Uint32Array[],
): readonly string[] {
  const lines: string[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      lines.push(`  ${a[i]}`);
      i += 1;
      j += 1;
    } else if (
      j >= b.length ||
      (i < a.length && (common[i + 1]?.[j] ?? 0) >= (common[i]?.[j + 1] ?? 0))
    ) {
      lines.push(`- ${a[i]}`);
      i += 1;
    } else {
      lines.push(`+ ${b[j]}`);
      j += 1;
    }
  }
  return lines;
}
