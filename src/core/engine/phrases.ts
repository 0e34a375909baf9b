/** Tells whether a whole message is one of the phrases of any language; case, accents, punctuation and emoji do not matter. */
export const isPhrase = (
  text: string,
  phrases: { readonly [language: string]: readonly string[] },
): boolean => {
  if (text.length > longest) return false;
  const said = simplify(text);
  return (
    said !== "" &&
    Object.values(phrases).some((list) => list.some((phrase) => simplify(phrase) === said))
  );
};

/** Characters of the longest message that can be a phrase with its punctuation. */
const longest = 200;

const simplify = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
