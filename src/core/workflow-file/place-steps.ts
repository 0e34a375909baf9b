/** Room between cards, in canvas pixels. */
const [columnWidth, rowHeight] = [320, 180];

/** Places steps that a file does not place: a row for each number of paths from the trigger, beside what is placed already. */
export const placeSteps = (
  steps: readonly string[],
  ways: readonly { readonly from: string; readonly to: string | null }[],
  placed: ReadonlySet<string>,
): ReadonlyMap<string, { readonly x: number; readonly y: number }> => {
  const rows = rowsOf(ways);
  const last = Math.max(0, ...rows.values());
  const taken = new Map<number, number>();
  const places = new Map<string, { readonly x: number; readonly y: number }>();
  const firstColumn = placed.size > 0 ? 4 : 0;
  for (const id of ["trigger", ...steps]) {
    if (placed.has(id)) continue;
    const row = rows.get(id) ?? last + 1;
    const column = taken.get(row) ?? firstColumn;
    taken.set(row, column + 1);
    places.set(id, { x: column * columnWidth, y: row * rowHeight });
  }
  return places;
};

/** How many paths lead from the trigger to each step, at least. */
const rowsOf = (
  ways: readonly { readonly from: string; readonly to: string | null }[],
): ReadonlyMap<string, number> => {
  const targets = new Map<string, string[]>();
  for (const { from, to } of ways)
    if (to !== null) targets.set(from, [...(targets.get(from) ?? []), to]);
  const rows = new Map([["trigger", 0]]);
  // A Map yields what is added while it is walked: this is the queue.
  for (const [id, row] of rows)
    for (const to of targets.get(id) ?? []) if (!rows.has(to)) rows.set(to, row + 1);
  return rows;
};
