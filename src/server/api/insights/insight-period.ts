import { mostInsightDays } from "#contract";
import { day } from "#core/domain";
import { invalidRequest } from "#server/commands";
import { isoDay } from "./summarise-insights.ts";

const USUAL_DAYS = 30;

/**
 * The UTC days that are asked for, both included; without them the last 30, today included.
 * @throws {RequestError} when the last is before the first, or they are too many.
 */
export function insightPeriod(
  query: { readonly from?: string | undefined; readonly to?: string | undefined },
  now: Date,
): { readonly from: string; readonly to: string } {
  const to = query.to ?? isoDay(now.getTime());
  const from = query.from ?? isoDay(Date.parse(to) - (USUAL_DAYS - 1) * day);
  const days = (Date.parse(to) - Date.parse(from)) / day + 1;
  if (days < 1)
    throw invalidRequest([{ path: "query.to", message: "must not be before `from`" }], 400);
  if (days > mostInsightDays)
    throw invalidRequest(
      [{ path: "query.from", message: `must be less than ${mostInsightDays} days before \`to\`` }],
      400,
    );
  return { from, to };
}
