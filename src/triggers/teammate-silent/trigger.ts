import { defineTrigger, fires, silenceFields, toSilence } from "#core/engine";
import { z } from "zod";

/**
 * Fires when nobody has answered the contact for a time since their last message.
 *
 * Use it to remind the team, or to route to somebody else. Closing and snoozing the conversation stop it; it fires once per
 * silence. Time is counted by the clock, or only while the schedule `schedule_id` is open.
 *
 * @example { "seconds": 3600, "schedule_id": null }
 */
export const teammateSilent = defineTrigger({
  type: "teammate_silent",
  title: "Teammate silent",
  description: "Nobody answers the contact for a time.",
  on: "silence",
  config: z.strictObject(silenceFields(3_600)),
  initialConfig: { seconds: 3_600, schedule_id: null },
  example: { seconds: 3_600, schedule_id: null },
  inputs: [],
  summary: ({ seconds, schedule_id }) =>
    `When the team is silent for ${toSilence(seconds, schedule_id)}`,
  need: ({ seconds, schedule_id }) => ({
    kind: "silence",
    side: "teammate",
    seconds,
    scheduleId: schedule_id,
  }),
  matches: (_config, { side }) => (side === "teammate" ? fires({}) : { match: "other_type" }),
});
