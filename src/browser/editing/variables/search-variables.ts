import type { VariableOption } from "./variable-option.ts";

/** How well a variable fits: its path begins with the words, a part of it does, or they stand somewhere. */
const rank = ({ path, title }: VariableOption, search: string): number => {
  if (path.toLowerCase().startsWith(search)) return 0;
  if (path.toLowerCase().includes(`.${search}`) || title.toLowerCase().startsWith(search)) return 1;
  return 2;
};

/** Variables that fit every word of a search; the best first within groups that keep their order, those set elsewhere last. */
export const searchVariables = (
  variables: readonly VariableOption[],
  search: string,
): readonly VariableOption[] => {
  const said = search.trim().toLowerCase();
  const words = said.split(/\s+/).filter(Boolean);
  const fitting = variables.filter(({ path, title, group }) =>
    words.every((word) => `${path} ${title} ${group}`.toLowerCase().includes(word)),
  );
  if (said === "") return fitting;
  const best = new Map<string, number>();
  for (const option of fitting)
    best.set(option.group, Math.min(best.get(option.group) ?? 9, rank(option, said)));
  return fitting.toSorted(
    (one, other) =>
      Number(one.presence === "elsewhere") - Number(other.presence === "elsewhere") ||
      (best.get(one.group) ?? 9) - (best.get(other.group) ?? 9) ||
      groupOrder(fitting, one) - groupOrder(fitting, other) ||
      rank(one, said) - rank(other, said),
  );
};

const groupOrder = (fitting: readonly VariableOption[], { group }: VariableOption): number =>
  fitting.findIndex((option) => option.group === group);
