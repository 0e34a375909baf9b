/**
 * The conversation before or after the open one. When the open one has left the list (it was just closed),
 * the one that took its place counts as the next.
 */
export const neighbourOf = (
  ids: readonly string[],
  openId: string | null,
  lastIndex: number,
  direction: 1 | -1,
): string | null => {
  const index = openId === null ? -1 : ids.indexOf(openId);
  if (index !== -1) return ids[index + direction] ?? null;
  if (openId === null) return (direction === 1 ? ids[0] : ids.at(-1)) ?? null;
  return ids[direction === 1 ? lastIndex : lastIndex - 1] ?? null;
};
