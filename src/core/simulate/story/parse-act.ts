import type { Act, ActForm } from "./act.ts";
import { callActs } from "./acts/calls.ts";
import { clockActs } from "./acts/clock.ts";
import { contactActs } from "./acts/contacts.ts";
import { deskActs } from "./acts/desk.ts";
import { doorActs } from "./acts/doors.ts";
import { memberActs } from "./acts/members.ts";
import { pageActs } from "./acts/pages.ts";
import { repeatActs } from "./acts/repeats.ts";
import { runActs } from "./acts/runs.ts";
import { scheduleActs } from "./acts/schedules.ts";

/** Everything a story can tell; the first form that fits a line is taken. A new act is one entry in one of these lists. */
const actForms: readonly ActForm[] = [
  ...contactActs,
  ...pageActs,
  ...doorActs,
  ...memberActs,
  ...deskActs,
  ...runActs,
  ...callActs,
  ...clockActs,
  ...scheduleActs,
  ...repeatActs,
];

/** Reads one act; null for a line that is none. */
export const parseAct = (line: string): Act | null => {
  for (const { form, toAct } of actForms) {
    const match = form.exec(line);
    if (match !== null) return toAct(match.slice(1));
  }
  return null;
};
