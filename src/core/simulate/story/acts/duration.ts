import { day, hour, minute, second } from "#core/domain";

const units: Readonly<Record<string, number>> = { second, minute, hour, day };

/** Milliseconds of `2 hours`, given as 2 and `hour`; null for a word that is no unit. */
export const durationOf = (amount: number, unit: string): number | null => {
  const milliseconds = Object.hasOwn(units, unit) ? units[unit] : undefined;
  return milliseconds === undefined ? null : amount * milliseconds;
};
