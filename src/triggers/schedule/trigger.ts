import { conditionGroupSchema } from "#core/domain";
import { checkConditions, defineTrigger, fires, parseCron } from "#core/engine";
import { IANAZone } from "luxon";
import { z } from "zod";

/**
 * Fires at the moments of a cron expression, once for each contact of an audience.
 *
 * Use it for reminders and clean-up. `cron` has five fields: minute, hour, day of month, month, day of week. They are read in
 * `timezone`, or in the workspace’s when it is null. `audience` chooses the contacts, at most 10,000 a time.
 *
 * @example { "cron": "0 9 * * mon", "timezone": "Europe/Berlin", "audience": { "match": "all", "conditions": [{ "field": "contact.lifecycle_stage", "operator": "equals", "value": "paid" }] } }
 */
export const schedule = defineTrigger({
  type: "schedule",
  title: "Schedule",
  description: "A moment comes that was set by the calendar.",
  on: "schedule",
  config: z.strictObject({
    cron: z.string().trim().min(1, "enter when, for example 0 9 * * mon").max(200),
    timezone: z
      .string()
      .refine((zone) => IANAZone.isValidZone(zone), "choose a timezone")
      .nullable()
      .default(null),
    audience: conditionGroupSchema.default({ match: "all", conditions: [] }),
  }),
  initialConfig: {
    cron: "0 9 * * mon-fri",
    timezone: null,
    audience: { match: "all", conditions: [] },
  },
  example: {
    cron: "0 9 * * mon",
    timezone: "Europe/Berlin",
    audience: {
      match: "all",
      conditions: [{ field: "contact.lifecycle_stage", operator: "equals", value: "paid" }],
    },
  },
  inputs: [],
  summary: ({ cron, timezone }) => `At ${cron}${timezone === null ? "" : ` in ${timezone}`}`,
  check: ({ cron, audience }) => {
    const parsed = parseCron(cron);
    return [
      ...(parsed.ok ? [] : [{ path: ["cron"], message: parsed.message }]),
      ...audience.conditions.flatMap(({ field }, index) =>
        field.startsWith("contact.")
          ? []
          : [
              {
                path: ["audience", "conditions", index, "field"],
                message: "an audience is chosen by fields of contacts only",
              },
            ],
      ),
      ...checkConditions(audience).map((problem) => ({
        ...problem,
        path: ["audience", ...problem.path],
      })),
    ];
  },
  need: (config) => ({ kind: "schedule", ...config }),
  matches: () => fires({}),
});
