import type { Json, Moment } from "#core/domain";
import { DateTime } from "luxon";

const looksLikeDate = /^\d{4}-\d{2}-\d{2}($|[T ])/;

/** Reads a value as a moment: an ISO date or date and time, in the workspace's timezone unless it names one; null when it is none. */
export const toDate = (value: Json | undefined, timezone: string): Moment | null => {
  if (typeof value !== "string") return null;
  const text = value.trim();
  if (!looksLikeDate.test(text)) return null;
  const parsed = DateTime.fromISO(text.replace(" ", "T"), { zone: timezone });
  return parsed.isValid ? parsed.toMillis() : null;
};
