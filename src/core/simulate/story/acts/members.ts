import { channels, editableContactFieldsSchema, presences, priorities } from "#core/domain";
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
    written: "ANA reads the conversation",
    form: /^(\w+) reads the conversation$/,
    toAct: () => (scene) => {
      const { id: conversationId, lastSequence: sequence } = scene.conversation;
      scene.happen({ type: "messages_read", conversationId, by: "member", sequence });
    },
  },
  {
    written: "ANA opens a conversation with MIA by email: TEXT",
    form: /^(\w+) opens a conversation with (\w+) by (\w+): (.+)$/,
    toAct: ([member = "", contact = "", word, text = ""]) => {
      const channel = channels.find((each) => each === word);
      return channel === undefined
        ? null
        : (scene) => {
            scene.enter(contact, null);
            scene.happen({
              type: "conversation_started",
              messageId: scene.nextMessageId(),
              channel,
              text,
              memberId: scene.memberId(member),
            });
          };
    },
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
    written: "ANA wakes the conversation",
    form: /^(\w+) wakes the conversation$/,
    toAct:
      ([member = ""]) =>
      (scene) =>
        scene.happen({
          type: "conversation_snoozed",
          conversationId: scene.conversation.id,
          until: null,
          byMemberId: scene.memberId(member),
        }),
  },
  {
    written: "ANA sets the priority to high",
    form: /^(\w+) sets the priority to (\w+)$/,
    toAct: ([member = "", word]) => {
      const priority = priorities.find((each) => each === word);
      return priority === undefined
        ? null
        : (scene) =>
            scene.happen({
              type: "conversation_changed",
              conversationId: scene.conversation.id,
              priority,
              byMemberId: scene.memberId(member),
            });
    },
  },
  {
    written: "ANA changes MIA {fields}",
    form: /^(\w+) changes (\w+) (\{.*\})$/,
    toAct: ([member = "", contact = "", json = ""]) => {
      const fields = editableContactFieldsSchema.parse(JSON.parse(json));
      return (scene) => {
        scene.enter(contact, null);
        scene.happen({
          type: "contact_updated",
          fields,
          verification: "claimed",
          byMemberId: scene.memberId(member),
        });
      };
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
