const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const dateShort = new Intl.DateTimeFormat(undefined, { day: "numeric", month: "short" });
const dateWithYear = new Intl.DateTimeFormat(undefined, {
  day: "numeric",
  month: "short",
  year: "numeric",
});
const full = new Intl.DateTimeFormat(undefined, { dateStyle: "full", timeStyle: "medium" });
const clock = new Intl.DateTimeFormat(undefined, { hour: "numeric", minute: "2-digit" });
const weekday = new Intl.DateTimeFormat(undefined, {
  weekday: "long",
  day: "numeric",
  month: "long",
});

/** The page's clock moves every 20 s, so that what has just happened may seem to lie ahead. */
const pageClockLag = 25_000;

const count = (value: number, unit: string, word: string, style: "short" | "long") =>
  style === "short" ? `${value}${unit}` : `${value} ${word}${value === 1 ? "" : "s"}`;

const distance = (milliseconds: number, style: "short" | "long") => {
  if (milliseconds < hour)
    return count(Math.max(1, Math.round(milliseconds / minute)), "m", "minute", style);
  if (milliseconds < day) return count(Math.round(milliseconds / hour), "h", "hour", style);
  return count(Math.round(milliseconds / day), "d", "day", style);
};

/** Says a moment as people do: "now", "5m", "in 3 hours", "2d", and as a date after a week. */
export const formatRelative = (moment: number, now: number, style: "short" | "long" = "short") => {
  const gap = moment - now;
  const size = Math.abs(gap);
  if (size < 45_000)
    return style === "short" ? "now" : gap > pageClockLag ? "in a moment" : "just now";
  if (size >= 7 * day)
    return new Date(moment).getFullYear() === new Date(now).getFullYear()
      ? dateShort.format(moment)
      : dateWithYear.format(moment);
  if (gap > 0) return `in ${distance(size, style)}`;
  return style === "short" ? distance(size, style) : `${distance(size, style)} ago`;
};

/** The exact moment, for titles. */
export const formatFull = (moment: number) => full.format(moment);

/** The time of day: "14:05". */
export const formatClock = (moment: number) => clock.format(moment);

const startOfDay = (moment: number) => {
  const date = new Date(moment);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
};

/** Names a calendar day: "Today", "Yesterday", else the date. */
export const formatDay = (moment: number, now: number) => {
  const days = Math.round((startOfDay(now) - startOfDay(moment)) / day);
  if (days === 0) return "Today";
  if (days === 1) return "Yesterday";
  return days < 300 ? weekday.format(moment) : dateWithYear.format(moment);
};

/** Whether two moments fall on one calendar day here. */
export const isSameDay = (one: number, other: number) => startOfDay(one) === startOfDay(other);
