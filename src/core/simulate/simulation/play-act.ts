import {
  type Call,
  type CallOutcome,
  type EventBody,
  second,
  type SimulatedOutcome,
  type SimulationAct,
} from "#core/domain";
import { DateTime } from "luxon";
import type { Stage } from "./stage.ts";

/** Plays one act on the stage. Returns why it cannot be played here; null when it was. */
export const playAct = (stage: Stage, act: SimulationAct): string | null => {
  switch (act.act) {
    case "write":
      return write(stage, { text: act.text });
    case "press": {
      const button = stage.button(act.quick_reply_id);
      if (button === undefined) return `There is no button “${act.label}” to press.`;
      return write(stage, { text: button.label, quickReplyId: button.id });
    }
    case "send_files":
      return write(stage, {
        text: "",
        attachments: act.files.map((file, index) => ({ ...file, id: `file-${index + 1}` })),
      });
    case "ask_for_person":
      return write(stage, { text: "Talk to a person", asksForPerson: true });
    case "visit":
    case "detect":
    case "track":
    case "change_contact":
    case "dismiss":
      return playOnPage(stage, act);
    case "start":
    case "receive_webhook":
    case "fire_schedule":
      return startWorkflow(stage, act);
    case "pass_time":
      return passTo(stage, stage.world.now + act.seconds * second);
    case "set_clock": {
      const to = DateTime.fromISO(act.to, { zone: stage.world.workspace.timezone });
      if (!to.isValid || to.toMillis() < stage.world.now)
        return "The clock is past that time already.";
      return passTo(stage, to.toMillis());
    }
    case "pass_to_next_timer": {
      const next = stage.world.nextTimerAt;
      return next === null ? "Nothing waits for a time." : passTo(stage, next);
    }
    case "finish_call":
    case "finish_ai_agent":
    case "set_delivery":
    case "report_delivery":
      return answerFromOutside(stage, act);
    case "set_presence":
    case "reply":
    case "close":
    case "assign":
    case "control_run":
      return playMember(stage, act);
  }
};

type Act<Kind extends SimulationAct["act"]> = Extract<SimulationAct, { act: Kind }>;

const noConversation = "There is no conversation yet.";

const write = (
  stage: Stage,
  said: Pick<Extract<EventBody, { type: "message_received" }>, "text"> &
    Partial<Extract<EventBody, { type: "message_received" }>>,
): null => {
  stage.readAll();
  stage.happen({
    type: "message_received",
    conversationId: null,
    messageId: stage.nextMessageId(),
    channel: stage.channel,
    quickReplyId: null,
    visitorSessionId: stage.channel === "widget" ? stage.visitorSessionId : null,
    ...said,
  });
  return null;
};

const passTo = (stage: Stage, moment: number): string | null =>
  stage.passTo(moment) ? null : "So much happens in that time that it was not played to its end.";

const playOnPage = (
  stage: Stage,
  act: Act<"visit" | "detect" | "track" | "change_contact" | "dismiss">,
): string | null => {
  switch (act.act) {
    case "visit":
      stage.visit(act.url, act.is_new_visit);
      return null;
    case "detect": {
      stage.goTo(act.url);
      const { visitorSessionId, page } = stage;
      if (visitorSessionId === null) return "The contact is on no page.";
      const { trigger_type: triggerType, evidence } = act;
      stage.happen({ type: "detection_made", triggerType, visitorSessionId, page, evidence });
      return null;
    }
    case "track":
      stage.happen({
        type: "custom_event_tracked",
        name: act.name,
        properties: act.properties,
        visitorSessionId: stage.visitorSessionId,
      });
      return null;
    case "change_contact":
      stage.happen({
        type: "contact_updated",
        fields: act.fields,
        verification: act.verification,
        byMemberId: null,
      });
      return null;
    case "dismiss":
      stage.happen({
        type: "greeting_dismissed",
        workflowId: stage.workflow.id,
        visitorSessionId: stage.visitorSessionId,
      });
      return null;
  }
};

const startWorkflow = (
  stage: Stage,
  act: Act<"start" | "receive_webhook" | "fire_schedule">,
): string | null => {
  const { id: workflowId } = stage.workflow;
  if (act.act === "receive_webhook")
    stage.happen({ type: "webhook_received", workflowId, payload: act.payload });
  else if (act.act === "fire_schedule")
    stage.happen({ type: "schedule_fired", workflowId, dueAt: stage.world.now });
  else {
    const [member] = stage.world.people.members();
    if (act.by === "member" && member === undefined) return "There is nobody on the team.";
    stage.happen({
      type: "workflow_requested",
      workflowId,
      conversationId: stage.conversation?.id ?? null,
      inputs: act.inputs,
      byMemberId: act.by === "member" ? (member?.id ?? null) : null,
      endsHolder: false,
      ...(act.by === "page" ? { isFromPage: true } : {}),
    });
  }
  return null;
};

const answerFromOutside = (
  stage: Stage,
  act: Act<"finish_call" | "finish_ai_agent" | "set_delivery" | "report_delivery">,
): string | null => {
  switch (act.act) {
    case "set_delivery":
      stage.deliveryFails = act.fails;
      return null;
    case "report_delivery": {
      const message = stage.newestOutgoing;
      if (message === undefined) return "Nothing was said to the contact yet.";
      const { id: messageId, conversationId } = message;
      const { delivery } = act;
      stage.happen({
        type: "delivery_reported",
        conversationId,
        messageId,
        delivery,
        reason: null,
      });
      return null;
    }
    case "finish_call": {
      const call = stage.openCall;
      if (call === undefined) return "No action or model is waited for.";
      const asked = call.request.kind === "action" ? call.request.action : call.request.kind;
      if (asked !== act.of) return `${asked} is waited for, and not ${act.of}.`;
      const { id: callId, key, runId, visitId } = call;
      stage.happen({
        type: "call_finished",
        callId,
        key,
        runId,
        visitId,
        outcome: toOutcome(act.outcome, call),
      });
      return null;
    }
    case "finish_ai_agent": {
      const { conversation } = stage;
      if (conversation?.aiAgentId == null) return "No AI agent has the conversation.";
      stage.happen({
        type: "ai_agent_finished",
        conversationId: conversation.id,
        aiAgentId: conversation.aiAgentId,
        outcome: act.outcome,
        summary: "",
      });
      return null;
    }
  }
};

/** As dispatch reports it: whatever hid an outcome, the run sees one code for it; a model changes nothing, so that it never is unknown. */
const toOutcome = (outcome: SimulatedOutcome, { request }: Call): CallOutcome => {
  if (outcome.kind === "done") return outcome;
  const { kind, code, message } = outcome;
  if (kind === "failed" || request.kind === "model")
    return { kind: "failed", problem: { code, message } };
  return {
    kind,
    problem: { code: "outcome_unknown", message, details: { reason: code } },
  };
};

const playMember = (
  stage: Stage,
  act: Act<"set_presence" | "reply" | "close" | "assign" | "control_run">,
): string | null => {
  const { conversation } = stage;
  if (act.act === "control_run") {
    const { run } = stage;
    if (run === undefined) return "No run is in progress.";
    stage.happen({ type: "run_controlled", runId: run.id, control: act.control, byMemberId: null });
    return null;
  }
  const named = act.act === "assign" ? [act.member_id, act.by_member_id] : [act.member_id];
  if (named.some((id) => id !== null && stage.world.people.find(id) === undefined))
    return "That member is no longer there.";
  if (act.act === "set_presence") {
    stage.setPresence(act.member_id, act.presence);
    return null;
  }
  if (conversation === undefined) return noConversation;
  const { id: conversationId, teamId } = conversation;
  if (act.act === "reply")
    stage.happen({
      type: "member_message_sent",
      conversationId,
      messageId: stage.nextMessageId(),
      memberId: act.member_id,
      text: act.text,
    });
  else if (act.act === "close")
    stage.happen({ type: "conversation_closed", conversationId, byMemberId: act.member_id });
  else
    stage.happen({
      type: "conversation_assigned",
      conversationId,
      memberId: act.member_id,
      teamId,
      byMemberId: act.by_member_id,
    });
  return null;
};
