import type { Channel, EventBody } from "#core/domain";
import type { ActForm } from "../act.ts";
import type { Scene } from "../scene.ts";

/** What a contact writes, presses and answers. */
export const contactActs: readonly ActForm[] = [
  {
    written: "MIA writes: TEXT",
    form: /^(\w+) writes: (.+)$/,
    toAct:
      ([contact = "", text = ""]) =>
      (scene) => {
        scene.enter(contact);
        scene.readAll();
        scene.happen(message(scene, text, null, "widget"));
      },
  },
  {
    /** Before anything said meanwhile was seen. */
    written: "MIA adds: TEXT",
    form: /^(\w+) adds: (.+)$/,
    toAct:
      ([contact = "", text = ""]) =>
      (scene) => {
        scene.enter(contact);
        scene.happen(message(scene, text, null, "widget"));
      },
  },
  {
    written: "MIA mails: TEXT",
    form: /^(\w+) (mails|calls the API): (.+)$/,
    toAct:
      ([contact = "", verb, text = ""]) =>
      (scene) => {
        scene.enter(contact, null);
        scene.happen(message(scene, text, null, verb === "mails" ? "email" : "api"));
      },
  },
  {
    written: "MIA presses ID",
    form: /^(\w+) presses (\S+)$/,
    toAct:
      ([contact = "", quickReplyId = ""]) =>
      (scene) => {
        scene.enter(contact);
        scene.readAll();
        scene.happen(message(scene, labelOf(scene, quickReplyId), quickReplyId, "widget"));
      },
  },
  {
    written: "MIA asks for a person in the menu",
    form: /^(\w+) asks for a person in the menu$/,
    toAct:
      ([contact = ""]) =>
      (scene) => {
        scene.enter(contact);
        scene.happen({
          ...message(scene, "Talk to a person", null, "widget"),
          asksForPerson: true,
        });
      },
  },
  {
    written: "MIA reads everything",
    form: /^(\w+) reads everything$/,
    toAct:
      ([contact = ""]) =>
      (scene) => {
        scene.enter(contact);
        const { id: conversationId, lastSequence: sequence } = scene.conversation;
        scene.happen({ type: "messages_read", conversationId, by: "contact", sequence });
      },
  },
];

const message = (
  scene: Scene,
  text: string,
  quickReplyId: string | null,
  channel: Channel,
): Extract<EventBody, { type: "message_received" }> => ({
  type: "message_received",
  conversationId: null,
  messageId: scene.nextMessageId(),
  channel,
  text: text.replaceAll("\\n", "\n"),
  quickReplyId,
  visitorSessionId: channel === "widget" ? scene.visitorSessionId : null,
});

/** The label of the newest button with that id, as pressing it writes. */
const labelOf = ({ world }: Scene, quickReplyId: string): string => {
  const offered = world.happenings
    .flatMap(({ outcome }) => outcome.changes.messages)
    .flatMap(({ quickReplies }) => quickReplies);
  return offered.findLast(({ id }) => id === quickReplyId)?.label ?? quickReplyId;
};
