import { filters } from "#core/engine";
import type { ValueKind } from "../variables/variable-option.ts";

type FilterName = keyof typeof filters;

/** A filter as it is offered after a pipe. */
export interface FilterOffer {
  readonly name: FilterName;
  readonly words: string;
  /** As it is written at first; null for a filter without a value. */
  readonly argument: string | null;
}

interface Described {
  readonly words: string;
  readonly argument: string | null;
  /** Kinds it is offered for; all when left out. */
  readonly kinds?: readonly ValueKind[];
}

const described: Readonly<Record<FilterName, Described>> = {
  default: { words: "When it has no value, write instead", argument: '"there"' },
  upcase: { words: "IN CAPITALS", argument: null, kinds: ["text", "any"] },
  downcase: { words: "in small letters", argument: null, kinds: ["text", "any"] },
  capitalize: { words: "Begins with a capital", argument: null, kinds: ["text", "any"] },
  trim: { words: "Without space around it", argument: null, kinds: ["text", "any"] },
  date: { words: "As a date", argument: '"D MMMM YYYY"', kinds: ["date", "text", "any"] },
  number: { words: "With so many decimals", argument: "2", kinds: ["number", "text", "any"] },
  currency: { words: "As an amount of money", argument: '"EUR"', kinds: ["number", "text", "any"] },
  first: { words: "The first of a list", argument: null, kinds: ["list", "any"] },
  last: { words: "The last of a list", argument: null, kinds: ["list", "any"] },
  join: { words: "A list with this between", argument: '", "', kinds: ["list", "any"] },
  size: {
    words: "How many, or how long",
    argument: null,
    kinds: ["list", "text", "record", "any"],
  },
  url_encode: { words: "For use in an address", argument: null, kinds: ["text", "any"] },
  json: { words: "As JSON", argument: null, kinds: ["list", "record", "any"] },
};

const isFilterName = (name: string): name is FilterName => Object.hasOwn(filters, name);

/** The filters that make sense for a kind of value and begin with what is typed; every one that fits the typing when none of those does. */
export const offerFilters = (kind: ValueKind, query: string): readonly FilterOffer[] => {
  const offers = Object.keys(described)
    .filter(isFilterName)
    .filter((name) => name.startsWith(query.toLowerCase()))
    .map((name) => ({ name, ...described[name] }));
  const sensible = offers.filter(({ kinds }) => kinds === undefined || kinds.includes(kind));
  return (sensible.length > 0 ? sensible : offers).map(({ name, words, argument }) => ({
    name,
    words,
    argument,
  }));
};
