import {
  aiAgentIdSchema,
  day,
  hour,
  memberIdSchema,
  minute,
  second,
  teamIdSchema,
} from "#core/domain";
import { z } from "zod";

const secondsOf = (most: number, mostWords: string) =>
  z
    .int()
    .min(minute / second, "wait at least 1 minute")
    .max(most / second, mostWords);

const targetSchema = z.discriminatedUnion(
  "type",
  [
    z.strictObject({ type: z.literal("member"), member_id: memberIdSchema }),
    z.strictObject({ type: z.literal("team"), team_id: teamIdSchema }),
    z.strictObject({ type: z.literal("workspace") }),
    z.strictObject({ type: z.literal("owner") }),
    z.strictObject({ type: z.literal("last_assignee") }),
    z.strictObject({
      type: z.literal("ai_agent"),
      ai_agent_id: aiAgentIdSchema,
      mode: z.enum(["stay", "wait"]).default("stay"),
      /** Silence of both sides for so long is "no reply"; only with `wait`. */
      no_reply_after: z
        .strictObject({ seconds: secondsOf(30 * day, "wait at most 30 days") })
        .default({ seconds: day / second }),
    }),
    z.strictObject({ type: z.literal("unassign") }),
  ],
  "choose who gets the conversation",
);

/** Who gets the conversation, how they are chosen, and how long to wait for them. */
export const configSchema = z.strictObject({
  target: targetSchema,
  policy: z.enum(["round_robin", "least_open"]).default("round_robin"),
  online_only: z.boolean().default(true),
  /** At most this many open conversations per member; null for no limit. */
  open_limit: z.int().min(1, "at least 1").max(1_000).nullable().default(null),
  timeout: z
    .strictObject({ seconds: secondsOf(7 * day, "wait at most 7 days").default(hour / second) })
    .nullable()
    .default(null),
});
export type Config = z.infer<typeof configSchema>;
export type AiAgentTarget = Extract<Config["target"], { type: "ai_agent" }>;

const unknownTarget = { type: "", mode: "" };

/** What decides the paths, read out of any draft. */
export const shapeSchema = z
  .object({
    target: z
      .object({ type: z.string().catch(""), mode: z.string().catch("") })
      .catch(unknownTarget),
    timeout: z.record(z.string(), z.unknown()).nullable().catch(null),
  })
  .catch({ target: unknownTarget, timeout: null });
