/** A stretch of a text: in both, only in the older, or only in the newer. */
export interface Stretch {
  readonly kind: "same" | "was" | "now";
  readonly text: string;
}

/** More words than these are compared as a whole: the table of all pairs grows with their square. */
const mostWords = 400;

/** Compares two texts word by word, by a longest common run of words; the stretches of one side joined are that side's text. */
export const wordDifference = (before: string, after: string): readonly Stretch[] => {
  const [was, is] = [toWords(before), toWords(after)];
  if (was.length > mostWords || is.length > mostWords)
    return join([
      { kind: "was", text: before },
      { kind: "now", text: after },
    ]);
  const lengths = commonLengths(was, is);
  const found: Stretch[] = [];
  let [i, j] = [0, 0];
  while (i < was.length || j < is.length) {
    const [old, fresh] = [was[i], is[j]];
    if (old !== undefined && old === fresh) {
      found.push({ kind: "same", text: old });
      i += 1;
      j += 1;
    } else if (
      old !== undefined &&
      (fresh === undefined || at(lengths, i + 1, j) >= at(lengths, i, j + 1))
    ) {
      found.push({ kind: "was", text: old });
      i += 1;
    } else {
      found.push({ kind: "now", text: fresh ?? "" });
      j += 1;
    }
  }
  return join(found);
};

const toWords = (text: string): readonly string[] =>
  text.match(/\s+|[\p{L}\p{N}_]+|[^\s\p{L}\p{N}_]/gu) ?? [];

const at = (table: readonly (readonly number[])[], i: number, j: number): number =>
  table[i]?.[j] ?? 0;

/** For each pair of places, how many words the rests of both sides have in common, in order. */
const commonLengths = (
  was: readonly string[],
  is: readonly string[],
): readonly (readonly number[])[] => {
  const table = Array.from({ length: was.length + 1 }, () =>
    Array.from({ length: is.length + 1 }, () => 0),
  );
  for (let i = was.length - 1; i >= 0; i -= 1)
    for (let j = is.length - 1; j >= 0; j -= 1) {
      const row = table[i];
      if (row !== undefined)
        row[j] =
          was[i] === is[j]
            ? at(table, i + 1, j + 1) + 1
            : Math.max(at(table, i + 1, j), at(table, i, j + 1));
    }
  return table;
};

/** Joins neighbours of one kind; between two stays the older before the newer. */
const join = (stretches: readonly Stretch[]): readonly Stretch[] => {
  const joined: Stretch[] = [];
  let [was, now] = ["", ""];
  const settle = () => {
    if (was !== "") joined.push({ kind: "was", text: was });
    if (now !== "") joined.push({ kind: "now", text: now });
    [was, now] = ["", ""];
  };
  for (const [index, { kind, text }] of stretches.entries()) {
    const isGap =
      kind === "same" &&
      /^\s+$/.test(text) &&
      (was !== "" || now !== "") &&
      stretches[index + 1] !== undefined &&
      stretches[index + 1]?.kind !== "same";
    // A space alone between two changed words belongs to both: "two words" reads better than two single ones.
    if (isGap) {
      was += text;
      now += text;
    } else if (kind === "was") was += text;
    else if (kind === "now") now += text;
    else {
      settle();
      const last = joined.at(-1);
      if (last?.kind === "same") joined[joined.length - 1] = { kind, text: last.text + text };
      else joined.push({ kind, text });
    }
  }
  settle();
  return joined;
};
