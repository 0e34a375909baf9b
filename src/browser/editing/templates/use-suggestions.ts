import { useState } from "react";
import { useEditingWorld } from "../editing-world.ts";
import type { Offer } from "../variables/offer-list.tsx";
import { toOffer } from "../variables/offer-list.tsx";
import { searchVariables } from "../variables/search-variables.ts";
import { useWalk } from "../variables/use-walk.ts";
import { findOption, type VariableOption } from "../variables/variable-option.ts";
import { offerFilters } from "./filter-offers.ts";
import {
  completeFilter,
  completeVariable,
  type Edited,
  templateContextAt,
} from "./template-context.ts";

interface Suggestion {
  readonly offer: Offer;
  readonly variable?: VariableOption;
  readonly complete: () => Edited;
}

/** What can be put where the caret stands in a text: variables after `{{`, filters after a pipe. */
export function useSuggestions(text: string) {
  const { variables } = useEditingWorld();
  const [caret, setCaret] = useState<number | null>(null);
  // Escape closes the list for the place it was opened at.
  const [dismissed, setDismissed] = useState<number | null>(null);
  const context = caret === null ? null : templateContextAt(text, caret);
  const suggestions: readonly Suggestion[] =
    context === null || context.from === dismissed
      ? []
      : context.kind === "variable"
        ? searchVariables(variables, context.query).map((variable) => ({
            offer: toOffer(variable),
            variable,
            complete: () => completeVariable(text, context, variable.path),
          }))
        : offerFilters(findOption(variables, context.path)?.kind ?? "any", context.query).map(
            ({ name, words, argument }) => ({
              offer: { id: name, group: "Filters", title: words, code: name },
              complete: () => completeFilter(text, context, name, argument),
            }),
          );
  const { active, setActive, walk } = useWalk(
    suggestions.length,
    context === null ? "" : `${context.kind} ${context.from} ${context.query}`,
  );
  // What is typed whole and closed needs no list over it.
  const [only] = suggestions;
  const isDone =
    suggestions.length === 1 && context?.isClosed === true && only?.offer.code === context.query;
  return {
    suggestions: isDone ? [] : suggestions,
    active,
    setActive,
    walk,
    /** Tells where the caret is; null while the field has no focus. */
    setCaret: (at: number | null) => {
      setCaret(at);
      if (at === null) setDismissed(null);
    },
    dismiss: () => setDismissed(context?.from ?? null),
  };
}
