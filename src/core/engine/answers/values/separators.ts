/** How a language writes numbers. */
export interface Separators {
  readonly decimal: string;
  /** Between groups of thousands: `.`, `,` or something that cannot be mistaken for decimals. */
  readonly group: string;
  readonly groupsBySpace: boolean;
  /** Lakh and crore: 12,34,567. */
  readonly groupsByTwo: boolean;
}

const english: Separators = { decimal: ".", group: ",", groupsBySpace: false, groupsByTwo: false };

/** By language; a handful of tags in any one process, bounded all the same. */
const known = new Map<string, Separators>();
const mostKnown = 200;

/** Looks up a language's separators; English ones for a tag that says nothing. */
export const separatorsOf = (language: string): Separators => {
  const found = known.get(language) ?? toSeparators(language);
  if (known.size < mostKnown) known.set(language, found);
  return found;
};

const toSeparators = (language: string): Separators => {
  // A tag comes from a browser and may be anything, on which the constructor would throw.
  if (!/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,4}$/.test(language)) return english;
  try {
    const parts = new Intl.NumberFormat(language, { numberingSystem: "latn" }).formatToParts(
      1_234_567.5,
    );
    const value = (type: string) => parts.find((part) => part.type === type)?.value ?? "";
    return {
      decimal: value("decimal"),
      group: value("group"),
      groupsBySpace: /^\s$/u.test(value("group")),
      groupsByTwo: parts.filter(({ type }) => type === "integer")[1]?.value.length === 2,
    };
  } catch (error) {
    if (error instanceof RangeError) return english;
    throw error;
  }
};
