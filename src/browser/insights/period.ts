import { day } from "#core/domain";

/** UTC days from one to another, both included, as "2026-11-24". */
export interface Period {
  readonly from: string;
  readonly to: string;
}

const toDay = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** How many days a period has. */
export const daysOf = ({ from, to }: Period): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / day) + 1;

/** The newest days, today included. */
export const lastDays = (count: number, now: number): Period => ({
  from: toDay(now - (count - 1) * day),
  to: toDay(now),
});

/** As many days right before a period. */
export const periodBefore = (period: Period): Period => ({
  from: toDay(Date.parse(period.from) - daysOf(period) * day),
  to: toDay(Date.parse(period.from) - day),
});

/** How much more or less than before, as a share: 0.5 for half as much again. Null where there was nothing to compare with. */
export const growth = (now: number, before: number): number | null =>
  before === 0 ? null : (now - before) / before;
