import { expect, it } from "vitest";
import { cronInWords } from "./cron-in-words.ts";

it.each([
  ["0 9 * * mon", "every Monday at 09:00"],
  ["30 14 * * mon-fri", "Monday to Friday at 14:30"],
  ["0 9 * * 1,3,FRI", "Monday, Wednesday and Friday at 09:00"],
  ["0 0 * * *", "every day at 00:00"],
  ["5 * * * *", "every hour at 05 past"],
  ["*/15 * * * *", "every 15 minutes"],
  ["0 9 1 * *", "on day 1 of each month at 09:00"],
  ["0 9 1 * mon", null],
  ["0 9 * 2 *", null],
  ["0 9-17 * * *", null],
  ["0 9 * * someday", null],
  ["", null],
])("says “%s” as %s", (cron, words) => {
  expect(cronInWords(cron)).toBe(words);
});
