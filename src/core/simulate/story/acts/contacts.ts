import type { EventBody } from "#core/domain";
import type { ActForm } from "../act.ts";
import { pageAt, type Scene } from "../scene.ts";

/** What a contact does: writes, presses, looks at pages. */
export const contactActs: readonly ActForm[] = [
  {
    written: "MIA writes: TEXT",
    form: /^(\w+) writes: (.+)$/,
    toAct:
      ([contact = "", text = ""]) =>
      (scene) => {
        scene.enter(contact);
        scene.readAll();
        scene.happen(message(scene, text, null));
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
        scene.happen(message(scene, text, null));
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
        scene.happen(message(scene, labelOf(scene, quickReplyId), quickReplyId));
      },
  },
  {
    written: "MIA opens the chat on PATH",
    form: /^(\w+) opens the chat on (\S+)$/,
    toAct:
      ([contact = "", path = ""]) =>
      (scene) => {
        scene.enter(contact);
        scene.happen(detection(scene, "chat_opened", path, {}));
      },
  },
  {
    written: "MIA views PATH for N s",
    form: /^(\w+) views (\S+) for (\d+) s$/,
    toAct:
      ([contact = "", path = "", seconds]) =>
      (scene) => {
        scene.enter(contact);
        scene.happen(detection(scene, "page_view", path, { visible_seconds: Number(seconds) }));
      },
  },
];

const message = (scene: Scene, text: string, quickReplyId: string | null): EventBody => ({
  type: "message_received",
  conversationId: null,
  messageId: scene.nextMessageId(),
  channel: "widget",
  text,
  quickReplyId,
  visitorSessionId: scene.visitorSessionId,
});

const detection = (
  scene: Scene,
  triggerType: string,
  path: string,
  evidence: { readonly visible_seconds?: number },
): EventBody => ({
  type: "detection_made",
  triggerType,
  visitorSessionId: scene.visitorSessionId,
  page: pageAt(path),
  evidence: { ...evidence },
});

/** The label of the newest button with that id, as pressing it writes. */
const labelOf = ({ world }: Scene, quickReplyId: string): string => {
  const offered = world.happenings
    .flatMap(({ outcome }) => outcome.changes.messages)
    .flatMap(({ quickReplies }) => quickReplies);
  return offered.findLast(({ id }) => id === quickReplyId)?.label ?? quickReplyId;
};
