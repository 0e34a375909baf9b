/** Brands an id of a query that may be left out. */
export function optionalId<Id>(
  text: string | undefined,
  brand: (text: string) => Id,
): Id | undefined {
  return text === undefined ? undefined : brand(text.toLowerCase());
}
