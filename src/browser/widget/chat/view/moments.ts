import type { Wording } from "../texts/index.ts";

const dayMs = 86_400_000;
const isSameDay = (moment: Date, other: number): boolean =>
  moment.toDateString() === new Date(other).toDateString();

/** "14:05", as the language writes it. */
export const timeOf = (moment: string, { language }: Wording): string =>
  new Date(moment).toLocaleTimeString(language, { hour: "numeric", minute: "2-digit" });

/** "Today", "Yesterday", else the date. */
export const dayOf = (moment: string, now: number, { language, texts }: Wording): string => {
  const date = new Date(moment);
  if (isSameDay(date, now)) return texts.today;
  if (isSameDay(date, now - dayMs)) return texts.yesterday;
  return date.toLocaleDateString(language, { weekday: "long", day: "numeric", month: "long" });
};

/** The time for today, else the day: what a list has room for. */
export const shortMoment = (moment: string, now: number, wording: Wording): string => {
  const date = new Date(moment);
  if (isSameDay(date, now)) return timeOf(moment, wording);
  if (isSameDay(date, now - dayMs)) return wording.texts.yesterday;
  return date.toLocaleDateString(wording.language, { day: "numeric", month: "short" });
};

/** "We are back tomorrow at 09:00", in the visitor's own time and words. */
export const backAt = (moment: string, now: number, wording: Wording): string => {
  const { language, texts } = wording;
  const date = new Date(moment);
  const day = isSameDay(date, now)
    ? texts.later.today
    : isSameDay(date, now + dayMs)
      ? texts.later.tomorrow
      : texts.onDay(
          date.toLocaleDateString(
            language,
            date.getTime() - now < 6 * dayMs
              ? { weekday: "long" }
              : { weekday: "long", day: "numeric", month: "long" },
          ),
        );
  return texts.backAt(day, timeOf(moment, wording));
};
