import type { Moment } from "#core/domain";

/** A timestamptz as our connections and `row_to_json` both spell it: ISO 8601 with offset. */
export type SqlMoment = string;

export const toMoment = (value: SqlMoment): Moment => Date.parse(value);
export const toMomentOrNull = (value: SqlMoment | null): Moment | null =>
  value === null ? null : Date.parse(value);
export const fromMoment = (moment: Moment): SqlMoment => new Date(moment).toISOString();
export const fromMomentOrNull = (moment: Moment | null): SqlMoment | null =>
  moment === null ? null : new Date(moment).toISOString();

/** Turns PostgreSQL's own spelling in UTC, `2026-01-02 03:04:05.678+00`, into ISO 8601. */
export const parseTimestamptz = (text: string): SqlMoment =>
  `${text.slice(0, 10)}T${text.slice(11)}:00`;
