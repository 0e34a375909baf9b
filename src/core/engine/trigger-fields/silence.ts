import { z } from "zod";

const spans = [
  [86_400, "day"],
  [3_600, "hour"],
  [60, "minute"],
] as const;

/** How long somebody must be silent, by the clock or by a named schedule of the workspace. */
export const silenceFields = (usualSeconds: number) => ({
  seconds: z
    .int("enter a whole number of seconds")
    .min(60, "at least 1 minute")
    .max(30 * 86_400, "at most 30 days")
    .default(usualSeconds),
  schedule_id: z.uuid("choose a schedule").nullable().default(null),
});

/** Says a silence in words: "2 days", "90 minutes in business hours". */
export const toSilence = (seconds: number, scheduleId: string | null): string => {
  const [size, word] = spans.find(([span]) => seconds % span === 0) ?? [1, "second"];
  const amount = seconds / size;
  return `${amount} ${word}${amount === 1 ? "" : "s"}${scheduleId === null ? "" : " in business hours"}`;
};
