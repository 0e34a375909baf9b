/** How long to wait before try number `failures + 1`: doubling from 1 s to 30 s, of which up to half is left to chance so that browsers do not return all at once. */
export const retryDelayMs = (failures: number, random: number, atLeastMs = 0): number => {
  const full = Math.min(30_000, 1_000 * 2 ** Math.min(failures - 1, 5));
  return Math.max(atLeastMs, full * (1 - random / 2));
};
