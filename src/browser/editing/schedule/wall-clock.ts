/** A moment as a field for date and time writes it, by the clocks of a timezone: "2026-03-02T09:00". */
export const toWallClock = (moment: number, timezone: string): string =>
  new Intl.DateTimeFormat("sv-SE", { timeZone: timezone, dateStyle: "short", timeStyle: "short" })
    .format(moment)
    .replace(" ", "T");

/** The moment at which the clocks of a timezone show that; the later one of two where the clocks are set back. Null for no date. */
export const toMoment = (wallClock: string, timezone: string): number | null => {
  const asUtc = Date.parse(`${wallClock}Z`);
  if (Number.isNaN(asUtc)) return null;
  const offsetAt = (moment: number): number =>
    Date.parse(`${toWallClock(moment, timezone)}Z`) - Math.floor(moment / 60_000) * 60_000;
  // The offset of a first guess may be the one before or after a change of the clocks; a second look settles it.
  const guess = asUtc - offsetAt(asUtc);
  return asUtc - offsetAt(guess);
};
