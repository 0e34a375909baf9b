import { day, type Moment } from "#core/domain";
import { IANAZone } from "luxon";

/**
 * Says a moment to come as people do, in their language and timezone: "tomorrow, 09:00", "Monday, 09:00", "Monday, 9 March, 09:00".
 * The language must be one that Intl takes.
 */
export const sayMoment = (
  moment: Moment,
  now: Moment,
  { language, timezone }: { readonly language: string; readonly timezone: string },
): string => {
  const format = (options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(language, { timeZone: timezone, ...options }).format(moment);
  const zone = IANAZone.create(timezone);
  const dateOf = (each: Moment): number => Math.floor((each + zone.offset(each) * 60_000) / day);
  const days = dateOf(moment) - dateOf(now);
  const date =
    days === 0 || days === 1
      ? new Intl.RelativeTimeFormat(language, { numeric: "auto" }).format(days, "day")
      : days > 1 && days < 7
        ? format({ weekday: "long" })
        : format({ weekday: "long", day: "numeric", month: "long" });
  return `${date}, ${format({ timeStyle: "short" })}`;
};
