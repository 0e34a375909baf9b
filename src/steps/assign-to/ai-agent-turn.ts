import { type Moment, second } from "#core/domain";
import {
  end,
  fail,
  leave,
  type StepContext,
  type StepEffect,
  type StepResult,
  waitFor,
} from "#core/engine";
import type { AiAgentTarget } from "./config.ts";

/** Gives the conversation and its floor to an AI agent; with `wait` the run stands by until its outcome. */
export const handOver = (target: AiAgentTarget, context: StepContext): StepResult => {
  const { workspace, conversation, now } = context;
  const aiAgentId = target.ai_agent_id;
  if (!workspace.aiAgents.some(({ id }) => id === aiAgentId))
    return fail({
      code: "target_gone",
      message: "The AI agent to assign to no longer exists.",
      details: { ai_agent_id: aiAgentId },
    });
  if (conversation?.floor.holder === "person")
    return fail({
      code: "floor_taken",
      message: "A person has the conversation; an AI agent answers only when nobody else does.",
      details: { holder: "person", member_id: conversation.floor.memberId },
    });
  const effects: readonly StepEffect[] = [{ type: "assign_ai_agent", aiAgentId }];
  const evidence = [{ assigned_to_ai_agent: aiAgentId }];
  return target.mode === "wait"
    ? standBy(target, now, now, { effects, evidence })
    : end({ kind: "handed_over" }, { effects, evidence });
};

/** Goes on by "no reply" once nobody has written for long enough, and takes the conversation back; else waits on. */
export const listenOn = (
  target: AiAgentTarget,
  { now, conversation }: StepContext,
  begunAt: Moment,
): StepResult => {
  const { lastContactMessageAt, lastTeamMessageAt, aiAgentId } = conversation ?? {};
  const lastWordAt = Math.max(begunAt, lastContactMessageAt ?? 0, lastTeamMessageAt ?? 0);
  if (now < silentAt(target, lastWordAt)) return standBy(target, begunAt, lastWordAt);
  // Whoever took the conversation over meanwhile keeps it.
  const isStillTheirs = aiAgentId === target.ai_agent_id;
  return leave("no_reply", { effects: isStillTheirs ? [{ type: "unassign" }] : [] });
};

const silentAt = ({ no_reply_after }: AiAgentTarget, lastWordAt: Moment): Moment =>
  lastWordAt + no_reply_after.seconds * second;

const standBy = (
  target: AiAgentTarget,
  begunAt: Moment,
  lastWordAt: Moment,
  carried: Pick<StepResult, "effects" | "evidence"> = {},
): StepResult => {
  const timers = [{ name: "no_reply", dueAt: silentAt(target, lastWordAt) }];
  return waitFor({ for: "ai_agent", timers }, begunAt, carried);
};
