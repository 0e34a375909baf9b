import { type Conversation, type ConversationId, type Floor, minute, type Run } from "#core/domain";
import type { LaneDraft } from "./lane-draft.ts";

/** A wait for time longer than this gives the floor back (SPEC 3 "Wait"). */
const longWait = 10 * minute;

const nobody: Floor = { holder: "nobody" };

/** Gives the floor of a conversation to somebody. */
export const giveFloor = (lane: LaneDraft, conversationId: ConversationId, floor: Floor): void => {
  lane.conversations.put({ ...lane.conversation(conversationId), floor });
};

/** Takes the floor for a customer-facing run when nobody has it; true when the run has it afterwards. */
export const tryTakeFloor = (lane: LaneDraft, run: Run): boolean => {
  if (!run.isCustomerFacing || run.conversationId === null) return true;
  const { floor } = lane.conversation(run.conversationId);
  if (floor.holder === "run") return floor.runId === run.floorRunId;
  if (floor.holder === "person") return false;
  if (floor.holder === "ai_agent" && !mayTakeFromAiAgent(lane, run)) return false;
  giveFloor(lane, run.conversationId, { holder: "run", runId: run.floorRunId });
  return true;
};

const mayTakeFromAiAgent = (lane: LaneDraft, { versionId }: Run): boolean =>
  (lane.world.version(versionId)?.aiAgent.mode ?? "leave") !== "leave";

/** Gives the floor back when this run, or the callers under whose hold it speaks, have it. */
export const releaseFloor = (lane: LaneDraft, run: Run): void => {
  if (run.conversationId === null) return;
  const { floor, aiAgentId, status } = lane.conversation(run.conversationId);
  if (floor.holder !== "run" || floor.runId !== run.floorRunId) return;
  const next: Floor =
    aiAgentId === null || status === "closed" ? nobody : { holder: "ai_agent", aiAgentId };
  giveFloor(lane, run.conversationId, next);
};

/** Empties the floor, whoever has it. */
export const freeFloor = (lane: LaneDraft, conversationId: ConversationId): void =>
  giveFloor(lane, conversationId, nobody);

/** Tells whether a parked run waits so long that it speaks for nobody meanwhile. */
export const isLongWait = ({ wait }: Run, now: number): boolean =>
  wait?.for === "time" && wait.timers.some(({ dueAt }) => dueAt - now > longWait);

/** Who may speak now where this event happened: the conversation's holder, or a run that has not spoken yet and so has no conversation. */
export const currentHolder = (lane: LaneDraft, conversation: Conversation | null): Floor => {
  if (conversation !== null && conversation.floor.holder !== "nobody") return conversation.floor;
  const silent = lane
    .activeRuns()
    .find(
      (run) =>
        run.isCustomerFacing && run.conversationId === null && !isLongWait(run, lane.world.now),
    );
  return silent === undefined ? nobody : { holder: "run", runId: silent.id };
};
