import { type ConversationId, type Moment, second, toTimerId } from "#core/domain";
import { addOpenTime } from "../schedule/open-time.ts";
import type { TriggerNeed } from "../trigger-contract.ts";
import { conversationTimers } from "./conversation-timers.ts";
import type { LaneDraft } from "./lane-draft.ts";

type SilenceNeed = Extract<TriggerNeed, { kind: "silence" }>;

/** Begins to count the silence of one side, because the other has spoken in public; what was counted so far is over. */
export const countSilence = (
  lane: LaneDraft,
  id: ConversationId,
  silent: SilenceNeed["side"],
): void => {
  forgetSilence(lane, id);
  for (const { workflow, compiled } of lane.world.live) {
    const { need } = compiled.trigger;
    if (need?.kind !== "silence" || need.side !== silent) continue;
    const dueAt = silentAt(lane, need);
    if (dueAt === null) continue;
    lane.setTimer({
      id: toTimerId(lane.ids.next()),
      contactId: lane.contact.id,
      runId: null,
      visitId: null,
      conversationId: id,
      name: `${conversationTimers.silence}${workflow.workflowId}`,
      dueAt,
    });
  }
};

/** When so much time has passed, by the clock or while a schedule is open; null when that never comes. */
const silentAt = (lane: LaneDraft, { seconds, scheduleId }: SilenceNeed): Moment | null => {
  const { now, workspace } = lane.world;
  if (scheduleId === null) return now + seconds * second;
  const found = workspace.schedules.find(({ id }) => id === scheduleId);
  return found === undefined ? null : addOpenTime(found.schedule, now, seconds * second);
};

/** Stops counting: the conversation was closed or snoozed. */
export const forgetSilence = (lane: LaneDraft, id: ConversationId): void => {
  for (const timer of lane.timersOfConversation(id))
    if (timer.name.startsWith(conversationTimers.silence)) lane.clearTimer(timer.id);
};

/** Tells the workflow that waited for it that the silence has lasted; false when nobody waits any more. */
export const silenceDue = (lane: LaneDraft, id: ConversationId, name: string): boolean => {
  const workflowId = name.slice(conversationTimers.silence.length);
  const found = lane.world.live.find(({ workflow }) => workflow.workflowId === workflowId);
  const need = found?.compiled.trigger.need;
  const { status, snoozedUntil } = lane.conversation(id);
  if (found === undefined || need?.kind !== "silence") return false;
  if (status !== "open" || snoozedUntil !== null) return false;
  lane.occur({ type: "silence", side: need.side, workflowId: found.workflow.workflowId }, id);
  return true;
};
