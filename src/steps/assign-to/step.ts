import {
  aiAgentOutcomes,
  type AssignmentTarget,
  type Moment,
  type Problem,
  second,
} from "#core/domain";
import {
  defineStep,
  fail,
  leave,
  type StepContext,
  type StepEffect,
  type StepResult,
  waitFor,
} from "#core/engine";
import { handOver, listenOn } from "./ai-agent-turn.ts";
import { type Config, configSchema, shapeSchema } from "./config.ts";

/**
 * Gives the conversation to a member, to whoever has the turn in a team or in the workspace, or to an AI agent; or takes the assignee away.
 *
 * Members have their turns, or the one with the fewest open conversations is chosen. When nobody fits, the run waits: whoever comes
 * online or falls below the limit gets the oldest conversation, those of higher priority first. An assignment by hand satisfies the wait.
 * A target that is not there (any more) takes `timeout` when that is on, else the run fails as "target gone".
 * With an AI agent the run ends as handed over, or it waits for what comes of it.
 *
 * Paths
 * - `assigned`: the conversation has an assignee, or has lost it as wished. Not there for an AI agent.
 * - `timeout` (optional): nobody was free in time.
 * - `resolved`: the AI agent says that all is solved. This path and the next three are there when the run waits for its outcome.
 * - `escalated`: the AI agent wants a person.
 * - `no_reply`: nobody wrote for a time, a day unless set. Silence is never `resolved`.
 * - `failed`: the AI agent could not go on or is gone, or a person has the conversation.
 *
 * @example { "target": { "type": "team", "team_id": "01920000-0000-7000-8000-000000000001" }, "policy": "round_robin", "online_only": true, "open_limit": 4, "timeout": { "seconds": 180 } }
 */
export const assignTo = defineStep({
  type: "assign_to",
  title: "Assign to",
  description: "Gives the conversation to a member, a team in turn or an AI agent.",
  config: configSchema,
  shape: shapeSchema,
  outputPaths: ({ target, timeout }) => {
    if (target.type === "ai_agent")
      return target.mode === "wait"
        ? aiAgentOutcomes.map((id) => ({ id, title: outcomeTitles[id], isRequired: false }))
        : [];
    const isTimed = timeout !== null && target.type !== "unassign";
    return [
      { id: "assigned", title: "Assigned", isRequired: false },
      ...(isTimed ? [{ id: "timeout", title: "Nobody in time", isRequired: false }] : []),
    ];
  },
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
  speaks: ({ target }) => target.type === "ai_agent",
  parks: ({ target }) => {
    if (target.type === "unassign") return "never";
    if (target.type === "ai_agent") return target.mode === "wait" ? "always" : "never";
    return "maybe";
  },
  // Who skips the AI agent's turn takes the contact to people.
  skipPath: ({ target }) => (target.type === "ai_agent" ? "escalated" : "assigned"),
  failurePath: ({ target, timeout }) => {
    if (target.type === "unassign") return null;
    if (target.type === "ai_agent") return target.mode === "wait" ? "failed" : null;
    return timeout === null ? null : "timeout";
  },
  summary: (config) => summarize(config),
  references: ({ target }) => {
    switch (target.type) {
      case "member":
        return [{ kind: "member", id: target.member_id, path: ["target", "member_id"] }];
      case "team":
        return [{ kind: "team", id: target.team_id, path: ["target", "team_id"] }];
      case "ai_agent":
        return [{ kind: "ai_agent", id: target.ai_agent_id, path: ["target", "ai_agent_id"] }];
      default:
        return [];
    }
  },
  enter: (config, context) => {
    const { target, timeout } = config;
    if (target.type === "unassign") return leave("assigned", { effects: [{ type: "unassign" }] });
    if (target.type === "ai_agent") return handOver(target, context);
    return ask(config, context, timeout === null ? null : context.now + timeout.seconds * second);
  },
  resume: (config, context, event, state) => {
    const moment = typeof state === "number" ? state : null;
    if (config.target.type === "ai_agent")
      return event.type === "ai_agent"
        ? leave(event.outcome)
        : listenOn(config.target, context, moment ?? context.now);
    switch (event.type) {
      case "timer":
        return leave("timeout");
      case "assignment":
        switch (event.outcome.kind) {
          case "assigned":
            return leave("assigned", { evidence: [{ assigned_to: event.outcome.memberId }] });
          case "nobody_available":
            return keepWaiting(moment);
          case "target_gone":
            return fail(targetGone(config, event.outcome.details));
        }
      case "assignment_offered":
      case "ask_again":
        return ask(config, context, moment);
      default:
        return keepWaiting(moment);
    }
  },
});

const outcomeTitles = {
  resolved: "Resolved",
  escalated: "Escalated",
  no_reply: "No reply",
  failed: "Failed",
} as const;

const summarize = ({ target, policy, online_only }: Config): string => {
  const chosen = `${policy === "round_robin" ? "in turn" : "fewest open first"}${online_only ? ", online only" : ""}`;
  switch (target.type) {
    case "member":
      return "Assign to a member";
    case "team":
      return `Assign to a team, ${chosen}`;
    case "workspace":
      return `Assign to anybody, ${chosen}`;
    case "owner":
      return "Assign to the contact’s owner";
    case "last_assignee":
      return "Assign to whoever had it last";
    case "ai_agent":
      return target.mode === "wait"
        ? "Let an AI agent answer, wait for its outcome"
        : "Hand over to an AI agent";
    case "unassign":
      return "Take the assignee away";
  }
};

/** Asks for a member, and waits for the answer. */
const ask = (config: Config, context: StepContext, dueAt: Moment | null): StepResult => {
  const target = toTarget(config, context);
  if (target === null) return fail(targetGone(config, {}));
  const request: StepEffect = {
    type: "request_assignment",
    target,
    policy: config.policy,
    onlineOnly: config.online_only,
    openLimit: config.open_limit,
  };
  return keepWaiting(dueAt, [request]);
};

const keepWaiting = (dueAt: Moment | null, effects: readonly StepEffect[] = []): StepResult =>
  waitFor({ for: "assignee", timers: dueAt === null ? [] : [{ name: "timeout", dueAt }] }, dueAt, {
    effects,
  });

/** Whom to ask for; null when there is nobody of that kind. */
const toTarget = (
  { target }: Config,
  { contact, conversation }: StepContext,
): AssignmentTarget | null => {
  switch (target.type) {
    case "member":
      return { kind: "member", memberId: target.member_id };
    case "team":
      return { kind: "team", teamId: target.team_id };
    case "workspace":
      return { kind: "workspace" };
    case "owner":
      return contact.ownerId === null ? null : { kind: "member", memberId: contact.ownerId };
    case "last_assignee": {
      const memberId = conversation?.lastAssigneeId ?? null;
      return memberId === null ? null : { kind: "member", memberId };
    }
    case "ai_agent":
    case "unassign":
      return null;
  }
};

const targetGone = ({ target }: Config, details: Problem["details"] = {}): Problem => ({
  code: "target_gone",
  message: `There is nobody to assign to: ${goneWords[target.type]}.`,
  details: { target: target.type, ...details },
});

const goneWords: Readonly<Record<Config["target"]["type"], string>> = {
  member: "the member no longer exists",
  team: "the team no longer exists",
  workspace: "the workspace has no members",
  owner: "the contact has no owner, or the owner no longer exists",
  last_assignee: "nobody had the conversation before, or they no longer exist",
  ai_agent: "the AI agent no longer exists",
  unassign: "nobody is wanted",
};
