import { defineTrigger, fires, silenceFields, toSilence } from "#core/engine";
import { z } from "zod";

/**
 * Fires when the contact has not answered for a time since the other side’s last public message.
 *
 * Use it to ask whether all is solved, or to close what nobody comes back to. Closing and snoozing the conversation stop it; it fires once per
 * silence. Time is counted by the clock, or only while the schedule `schedule_id` is open.
 *
 * @example { "seconds": 86400, "schedule_id": null }
 */
export const customerSilent = defineTrigger({
  type: "customer_silent",
  title: "Customer silent",
  description: "The contact does not answer for a time.",
  on: "silence",
  config: z.strictObject(silenceFields(86_400)),
  initialConfig: { seconds: 86_400, schedule_id: null },
  example: { seconds: 86_400, schedule_id: null },
  inputs: [],
  summary: ({ seconds, schedule_id }) =>
    `When the contact is silent for ${toSilence(seconds, schedule_id)}`,
  need: ({ seconds, schedule_id }) => ({
    kind: "silence",
    side: "customer",
    seconds,
    scheduleId: schedule_id,
  }),
  matches: (_config, { side }) => (side === "customer" ? fires({}) : { match: "other_type" }),
});
