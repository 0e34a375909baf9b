import type { Hue } from "#browser/ui";
import type { Icon } from "@tabler/icons-react";

/** Something a menu offers. */
export interface Choice {
  readonly id: string;
  readonly label: string;
  readonly detail?: string;
  readonly look?: { readonly icon: Icon; readonly hue: Hue };
  /** Further words by which it is found. */
  readonly words?: string;
}

/** The choices in which every typed word occurs: first those whose label begins with it, then those whose label has it, then the others. */
export function rankChoices(choices: readonly Choice[], filter: string): readonly Choice[] {
  const typed = filter.trim().toLowerCase();
  if (typed === "") return choices;
  const rank = ({ label, detail = "", words = "" }: Choice): number => {
    const name = label.toLowerCase();
    if (name.startsWith(typed)) return 0;
    if (name.includes(typed)) return 1;
    const text = `${name} ${detail} ${words}`.toLowerCase();
    return typed.split(/\s+/).every((word) => text.includes(word)) ? 2 : 3;
  };
  return choices
    .map((choice) => ({ choice, at: rank(choice) }))
    .filter(({ at }) => at < 3)
    .toSorted((a, b) => a.at - b.at)
    .map(({ choice }) => choice);
}
