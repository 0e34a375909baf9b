import { chatTexts } from "../../texts.ts";

/** "14:05", as the browser's language writes it. */
export const timeOf = (moment: string): string =>
  new Date(moment).toLocaleTimeString([], { hour: "numeric", minute: "2-digit" });

/** "Today", "Yesterday", else the date. */
export const dayOf = (moment: string, now: number): string => {
  const date = new Date(moment).toDateString();
  if (date === new Date(now).toDateString()) return chatTexts.today;
  if (date === new Date(now - 86_400_000).toDateString()) return chatTexts.yesterday;
  return new Date(moment).toLocaleDateString([], {
    weekday: "long",
    day: "numeric",
    month: "long",
  });
};
