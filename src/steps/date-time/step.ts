import { scheduleChoiceSchema } from "#core/domain";
import { defineStep, fail, findSchedule, isOpen, leave, weekInWords } from "#core/engine";
import { z } from "zod";

/**
 * Goes one way inside the hours of a schedule and another way outside them.
 *
 * Use it to promise a quick answer only while somebody is there. The schedule is written in the step or one that the workspace has
 * under a name. A span's start is inside and its end is not; a span over midnight belongs to the day it starts on. What counts is
 * the clock on the wall in the schedule's timezone: an hour that a clock change skips never comes, one that it repeats counts twice.
 *
 * Paths
 * - `success`: what the operator says holds.
 * - `failure`: it does not.
 *
 * @example {
 *   "operator": "is_within",
 *   "schedule": {
 *     "type": "written",
 *     "schedule": {
 *       "timezone": "Europe/Berlin",
 *       "days": {
 *         "friday": { "spans": [{ "from": "09:00", "to": "12:00" }, { "from": "13:00", "to": "15:30" }] },
 *         "saturday": { "is_open": false },
 *         "sunday": { "is_open": false }
 *       },
 *       "exceptions": [{ "date": "2026-12-24", "name": "Christmas Eve", "spans": [{ "from": "09:00", "to": "12:00" }] }],
 *       "holidays": [{ "day": "12-25", "name": "Christmas Day" }]
 *     }
 *   }
 * }
 */
export const dateTime = defineStep({
  type: "date_time",
  title: "Date & time",
  description: "Goes one way inside the hours of a schedule, another outside them.",
  config: z.strictObject({
    operator: z.enum(["is_within", "is_not_within"]).default("is_within"),
    schedule: scheduleChoiceSchema,
  }),
  shape: z
    .object({ operator: z.enum(["is_within", "is_not_within"]).catch("is_within") })
    .catch({ operator: "is_within" }),
  outputPaths: ({ operator }) => [
    {
      id: "success",
      title: operator === "is_within" ? "Inside the hours" : "Outside the hours",
      isRequired: true,
    },
    {
      id: "failure",
      title: operator === "is_within" ? "Outside the hours" : "Inside the hours",
      isRequired: true,
    },
  ],
  initialConfig: { operator: "is_within", schedule: { type: "written", schedule: {} } },
  example: {
    operator: "is_within",
    schedule: {
      type: "written",
      schedule: {
        timezone: "Europe/Berlin",
        days: {
          friday: {
            spans: [
              { from: "09:00", to: "12:00" },
              { from: "13:00", to: "15:30" },
            ],
          },
          saturday: { is_open: false },
          sunday: { is_open: false },
        },
        exceptions: [
          {
            date: "2026-12-24",
            name: "Christmas Eve",
            spans: [{ from: "09:00", to: "12:00" }],
          },
        ],
        holidays: [{ day: "12-25", name: "Christmas Day" }],
      },
    },
  },
  speaks: false,
  parks: () => "never",
  skipPath: "success",
  summary: ({ operator, schedule }) =>
    `${operator === "is_within" ? "Within" : "Not within"} ${
      schedule.type === "named" ? "a schedule of the workspace" : weekInWords(schedule.schedule)
    }`,
  references: ({ schedule }) =>
    schedule.type === "named"
      ? [{ kind: "schedule", id: schedule.schedule_id, path: ["schedule", "schedule_id"] }]
      : [],
  enter: ({ operator, schedule: choice }, { now, workspace }) => {
    const schedule = findSchedule(choice, workspace);
    if (schedule === undefined)
      return fail({
        code: "target_gone",
        message: "The schedule that this step asks does not exist any more.",
      });
    const open = isOpen(schedule, now);
    return leave(open === (operator === "is_within") ? "success" : "failure", {
      evidence: [{ is_open: open, timezone: schedule.timezone }],
    });
  },
});
