/** Puts steps in the order in which a reader meets them: along the first path to its end, then the next; what no path leads to comes last. */
export const walkingOrder = (
  steps: readonly string[],
  ways: readonly { readonly from: string; readonly to: string | null }[],
): readonly string[] => {
  const targets = new Map<string, string[]>();
  for (const { from, to } of ways)
    if (to !== null) targets.set(from, [...(targets.get(from) ?? []), to]);
  const known = new Set(steps);
  const met = new Set<string>();
  const open = ["trigger"];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (met.has(next) || (next !== "trigger" && !known.has(next))) continue;
    met.add(next);
    open.push(...(targets.get(next) ?? []).toReversed());
  }
  met.delete("trigger");
  return [...met, ...steps.filter((step) => !met.has(step))];
};
