import type { Moment } from "#core/domain";

/** Spells a moment for the wire. */
export const presentMoment = (moment: Moment | string): string => new Date(moment).toISOString();

export const presentMomentOrNull = (moment: Moment | string | null): string | null =>
  moment === null ? null : presentMoment(moment);
