import type { Problem } from "#core/domain";
import { aiAgentFinished } from "./events/ai-agent-finished.ts";
import { assignmentOffered, assignmentSettled } from "./events/assignment.ts";
import {
  conversationAssigned,
  conversationClosed,
  conversationReopened,
  memberMessageSent,
  messagesRead,
  noteAdded,
  runControlled,
} from "./events/member-acts.ts";
import { greetingDismissed, greetingShown } from "./events/attention.ts";
import { callFinished, deliveryReported } from "./events/calls.ts";
import {
  conversationChanged,
  conversationSnoozed,
  conversationStarted,
  memberTyped,
} from "./events/conversation-acts.ts";
import { contactUpdated } from "./events/contact-updated.ts";
import { runCaused, startOccurred, tellOutside } from "./events/start-occurred.ts";
import { checkGoals } from "./runs/check-goals.ts";
import { moveToVersion } from "./runs/move-to-version.ts";
import { retryRun } from "./runs/retry-run.ts";
import { messageReceived } from "./events/message-received.ts";
import { timerDue } from "./events/timer-due.ts";
import { detectionMade, visitorSeen } from "./events/visitor.ts";
import { workflowRequested } from "./events/workflow-requested.ts";
import type { HandleEvent } from "./lane.ts";
import { forgetNeedlessFallbacks } from "./lane/fallback.ts";
import { LaneDraft } from "./lane/lane-draft.ts";
import { returnToCallers } from "./runs/return-to-callers.ts";
import { walkCalled } from "./runs/start-run.ts";
import { wakeFloorWaiters } from "./runs/wake-floor-waiters.ts";

/** Handles one event in one lane. Pure and deterministic: the same world, lane and event give the same outcome, ids included. */
export const handleEvent: HandleEvent = (world, lane, event) => {
  const draft = new LaneDraft(world, lane, event);
  apply(draft);
  startOccurred(draft);
  settle(draft);
  checkGoals(draft);
  forgetNeedlessFallbacks(draft);
  return draft.toOutcome();
};

const noteAny = (lane: LaneDraft, problem: Problem | null): void => {
  if (problem !== null) lane.note(problem);
};

/** Lets what the event set free go on, until nothing more moves. Each turn ends runs or wakes one for good, so it comes to an end. */
const settle = (lane: LaneDraft): void => {
  do {
    walkCalled(lane);
    returnToCallers(lane);
    wakeFloorWaiters(lane);
  } while (lane.called.length + lane.ended.length > 0);
};

const apply = (lane: LaneDraft): void => {
  const { event } = lane;
  const { body } = event;
  switch (body.type) {
    case "message_received":
      return messageReceived(lane, event, body);
    case "visitor_seen":
      return visitorSeen(lane, event, body);
    case "detection_made":
      return detectionMade(lane, event, body);
    case "workflow_requested":
      return workflowRequested(lane, body);
    case "timer_due":
      return timerDue(lane, body);
    case "member_message_sent":
      return memberMessageSent(lane, event, body);
    case "note_added":
      return noteAdded(lane, event, body);
    case "conversation_assigned":
      return conversationAssigned(lane, body);
    case "conversation_closed":
      return conversationClosed(lane, body);
    case "conversation_reopened":
      return conversationReopened(lane, body);
    case "run_controlled":
      return runControlled(lane, body);
    case "contact_updated":
      return contactUpdated(lane, body);
    case "messages_read":
      return messagesRead(lane, body);
    case "assignment_settled":
      return assignmentSettled(lane, body);
    case "assignment_offered":
      return assignmentOffered(lane, body);
    case "run_caused":
      return runCaused(lane, body);
    case "call_finished":
      return callFinished(lane, body);
    case "delivery_reported":
      return deliveryReported(lane, body);
    case "conversation_started":
      return conversationStarted(lane, event, body);
    case "conversation_snoozed":
      return conversationSnoozed(lane, body);
    case "conversation_changed":
      return conversationChanged(lane, body);
    case "ai_agent_finished":
      return aiAgentFinished(lane, body);
    case "greeting_shown":
      return greetingShown(lane, body);
    case "greeting_dismissed":
      return greetingDismissed(lane, body);
    case "custom_event_tracked":
    case "webhook_received":
    case "schedule_fired":
      return tellOutside(lane, body);
    case "run_retried":
      return noteAny(lane, retryRun(lane, body));
    case "run_moved":
      return noteAny(lane, moveToVersion(lane, body));
    case "member_typed":
      return memberTyped(lane, body);
    // Belongs to the workspace's lane, where no contact is.
    case "presence_changed":
      return;
  }
};
