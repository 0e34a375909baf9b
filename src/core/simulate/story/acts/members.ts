import { presences } from "#core/domain";
import type { ActForm } from "../act.ts";

/** What a member does in a conversation, and whether they are there. */
export const memberActs: readonly ActForm[] = [
  {
    written: "ANA replies: TEXT",
    form: /^(\w+) (replies|notes): (.+)$/,
    toAct:
      ([member = "", verb, text = ""]) =>
      (scene) =>
        scene.happen({
          type: verb === "replies" ? "member_message_sent" : "note_added",
          conversationId: scene.conversation.id,
          messageId: scene.nextMessageId(),
          memberId: scene.memberId(member),
          text,
        }),
  },
  {
    written: "ANA closes the conversation",
    form: /^(\w+) (close|reopen)s the conversation$/,
    toAct:
      ([member = "", verb]) =>
      (scene) =>
        scene.happen({
          type: verb === "close" ? "conversation_closed" : "conversation_reopened",
          conversationId: scene.conversation.id,
          byMemberId: scene.memberId(member),
        }),
  },
  {
    written: "ANA assigns BEN",
    form: /^(\w+) assigns (\w+)$/,
    toAct:
      ([member = "", to = ""]) =>
      (scene) => {
        const { id: conversationId, teamId } = scene.conversation;
        scene.happen({
          type: "conversation_assigned",
          conversationId,
          teamId,
          memberId: to === "nobody" ? null : scene.memberId(to),
          byMemberId: scene.memberId(member),
        });
      },
  },
  {
    written: "ANA goes online",
    form: /^(\w+) goes (\w+)$/,
    toAct: ([member = "", word]) => {
      const presence = presences.find((each) => each === word);
      return presence === undefined
        ? null
        : (scene) => scene.world.setPresence(scene.memberId(member), presence);
    },
  },
];
