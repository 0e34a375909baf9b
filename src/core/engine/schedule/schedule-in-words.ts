import { type DayHours, type SavedSchedule, type Span, weekdays } from "#core/domain";

const shortNames = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/** Says a day's spans in short: "09:00–12:00 and 13:00–17:00". */
export const spansInWords = (spans: readonly Span[]): string =>
  spans.length === 0
    ? "closed"
    : [...spans]
        .sort((a, b) => (a.from < b.from ? -1 : 1))
        .map(({ from, to }) => (from === "00:00" && to === "24:00" ? "all day" : `${from}–${to}`))
        .join(" and ");

const hoursOf = ({ is_open, spans }: DayHours): string => (is_open ? spansInWords(spans) : "");

/** Says a week in short: "Mon–Fri 09:00–17:00, Sat 10:00–14:00"; dates with hours of their own are left out. */
export const weekInWords = ({ days }: SavedSchedule): string => {
  const groups: { first: number; last: number; hours: string }[] = [];
  weekdays.forEach((name, index) => {
    const hours = hoursOf(days[name]);
    const before = groups.at(-1);
    if (before?.hours === hours) before.last = index;
    else groups.push({ first: index, last: index, hours });
  });
  const open = groups.filter(({ hours }) => hours !== "");
  if (open.length === 0) return "never in the week";
  return open
    .map(({ first, last, hours }) => {
      if (last - first === 6) return `every day ${hours}`;
      const from = shortNames[first] ?? "";
      return `${first === last ? from : `${from}–${shortNames[last] ?? ""}`} ${hours}`;
    })
    .join(", ");
};
