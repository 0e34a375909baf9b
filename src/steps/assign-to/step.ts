import { day, memberIdSchema, minute, second, teamIdSchema } from "#core/domain";
import { defineStep, fail, leave, type StepEffect, waitFor } from "#core/engine";
import { z } from "zod";

const timeoutSchema = z.strictObject({
  seconds: z
    .int()
    .min(minute / second, "wait at least 1 minute")
    .max((7 * day) / second, "wait at most 7 days"),
});

const configSchema = z.strictObject({
  target: z.discriminatedUnion(
    "type",
    [
      z.strictObject({ type: z.literal("member"), member_id: memberIdSchema }),
      z.strictObject({ type: z.literal("team"), team_id: teamIdSchema }),
    ],
    "choose a member or a team",
  ),
  policy: z.enum(["round_robin", "least_open"]).default("round_robin"),
  online_only: z.boolean().default(true),
  /** At most this many open conversations per member; null for no limit. */
  open_limit: z.int().min(1, "at least 1").max(1_000).nullable().default(null),
  timeout: timeoutSchema.nullable().default(null),
});
type Config = z.infer<typeof configSchema>;

/**
 * Gives the conversation to a member, or to the member of a team whose turn it is.
 *
 * When nobody fits, the run waits: whoever comes online or falls below the limit gets the conversation that waits longest.
 * An assignment by hand satisfies the wait. A target that no longer exists takes `timeout` when that is on, else the run fails.
 *
 * Paths
 * - `assigned`: the conversation has an assignee.
 * - `timeout` (optional): nobody was free in time.
 *
 * @example { "target": { "type": "team", "team_id": "01920000-0000-7000-8000-000000000001" }, "policy": "round_robin", "online_only": true, "open_limit": 4, "timeout": { "seconds": 180 } }
 */
export const assignTo = defineStep({
  type: "assign_to",
  title: "Assign to",
  description: "Gives the conversation to a member or to a team in turn.",
  config: configSchema,
  shape: z
    .object({ timeout: z.record(z.string(), z.unknown()).nullable().catch(null) })
    .catch({ timeout: null }),
  outputPaths: (shape) => [
    { id: "assigned", title: "Assigned", isRequired: false },
    ...(shape.timeout === null
      ? []
      : [{ id: "timeout", title: "Nobody in time", isRequired: false }]),
  ],
  initialConfig: {
    target: { type: "team", team_id: "" },
    policy: "round_robin",
    online_only: true,
    open_limit: null,
    timeout: null,
  },
  example: {
    target: { type: "team", team_id: "01920000-0000-7000-8000-000000000001" },
    policy: "round_robin",
    online_only: true,
    open_limit: 4,
    timeout: { seconds: 180 },
  },
  speaks: false,
  parks: () => "maybe",
  skipPath: "assigned",
  failurePath: (config) => (config.timeout === null ? null : "timeout"),
  summary: (config) =>
    config.target.type === "member"
      ? "Assign to a member"
      : `Assign to a team, ${config.policy === "round_robin" ? "in turn" : "fewest open first"}${config.online_only ? ", online only" : ""}`,
  references: (config) =>
    config.target.type === "member"
      ? [{ kind: "member", id: config.target.member_id, path: ["target", "member_id"] }]
      : [{ kind: "team", id: config.target.team_id, path: ["target", "team_id"] }],
  enter: (config, context) =>
    ask(config, config.timeout === null ? null : context.now + config.timeout.seconds * second),
  resume: (config, _context, event, state) => {
    const dueAt = typeof state === "number" ? state : null;
    switch (event.type) {
      case "timer":
        return leave("timeout");
      case "assignment":
        switch (event.outcome.kind) {
          case "assigned":
            return leave("assigned", { evidence: [{ assigned_to: event.outcome.memberId }] });
          case "nobody_available":
            return keepWaiting(dueAt);
          case "target_gone":
            return fail({
              code: "target_gone",
              message: "The member or team to assign to no longer exists.",
              details: event.outcome.details,
            });
        }
      case "assignment_offered":
        return ask(config, dueAt);
      default:
        return keepWaiting(dueAt);
    }
  },
});

const ask = (config: Config, dueAt: number | null) => keepWaiting(dueAt, [toRequest(config)]);

const keepWaiting = (dueAt: number | null, effects: readonly StepEffect[] = []) =>
  waitFor({ for: "assignee", timers: dueAt === null ? [] : [{ name: "timeout", dueAt }] }, dueAt, {
    effects,
  });

const toRequest = ({ target, policy, online_only, open_limit }: Config): StepEffect => ({
  type: "request_assignment",
  target:
    target.type === "member"
      ? { kind: "member", memberId: target.member_id }
      : { kind: "team", teamId: target.team_id },
  policy,
  onlineOnly: online_only,
  openLimit: open_limit,
});
