import type { EventBody, Page } from "#core/domain";
import type { Scene } from "./scene.ts";
import type { Act } from "./story.ts";

/** Turns an act into the event that a door would store; null for one that is none. */
export const toEventBody = (act: Act, scene: Scene): EventBody | null => {
  switch (act.kind) {
    case "write":
      return message(scene, act.text, null);
    case "press":
      return message(scene, labelOf(scene, act.quickReplyId), act.quickReplyId);
    case "detect":
      return {
        type: "detection_made",
        triggerType: act.triggerType,
        visitorSessionId: scene.visitorSessionId,
        page: toPage(act.path),
        evidence: act.seconds === null ? {} : { visible_seconds: act.seconds },
      };
    case "reply":
    case "note":
      return {
        type: act.kind === "reply" ? "member_message_sent" : "note_added",
        conversationId: scene.conversation.id,
        messageId: scene.nextMessageId(),
        memberId: scene.memberId(act.member),
        text: act.text,
      };
    case "close":
      return {
        type: "conversation_closed",
        conversationId: scene.conversation.id,
        byMemberId: scene.memberId(act.member),
      };
    case "reopen":
      return {
        type: "conversation_reopened",
        conversationId: scene.conversation.id,
        byMemberId: scene.memberId(act.member),
      };
    case "assign": {
      const { id: conversationId, teamId } = scene.conversation;
      return {
        type: "conversation_assigned",
        conversationId,
        teamId,
        memberId: act.to === null ? null : scene.memberId(act.to),
        byMemberId: scene.memberId(act.member),
      };
    }
    case "request":
      return {
        type: "workflow_requested",
        workflowId: scene.workflowId(act.workflow),
        conversationId: scene.conversation.id,
        inputs: { ...act.inputs },
        byMemberId: scene.memberId(act.member),
        endsHolder: act.endsHolder,
      };
    case "pause":
    case "continue":
    case "skip":
    case "end": {
      const run = scene.world.lane(scene.contactId).runs.at(-1);
      return run === undefined
        ? null
        : {
            type: "run_controlled",
            runId: run.id,
            control: act.kind,
            byMemberId: scene.memberId(act.member),
          };
    }
    case "wait":
    case "presence":
    case "repeat":
    case "repeat_timer":
      return null;
  }
};

const message = (scene: Scene, text: string, quickReplyId: string | null): EventBody => ({
  type: "message_received",
  conversationId: null,
  messageId: scene.nextMessageId(),
  channel: "widget",
  text,
  quickReplyId,
  visitorSessionId: scene.visitorSessionId,
});

/** The label of the newest button with that id, as pressing it writes. */
const labelOf = ({ world }: Scene, quickReplyId: string): string => {
  const offered = world.happenings
    .flatMap(({ outcome }) => outcome.changes.messages)
    .flatMap(({ quickReplies }) => quickReplies);
  return offered.findLast(({ id }) => id === quickReplyId)?.label ?? quickReplyId;
};

const toPage = (path: string): Page => ({
  url: `https://shop.example${path}`,
  title: path,
  referrer: "",
});
