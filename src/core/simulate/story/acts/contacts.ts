import type { Channel, EventBody, QuickReply, UploadedFile } from "#core/domain";
import type { ActForm } from "../act.ts";
import type { Scene } from "../scene.ts";

const oneFile = String.raw`\S+ \([\w/.+-]+, \d+ kB\)`;

const toFiles = (files: string): readonly UploadedFile[] =>
  files.split(" and ").flatMap((file, index) => {
    const [, name = "", content_type = "", size = "0"] =
      /^(\S+) \((\S+), (\d+) kB\)$/.exec(file) ?? [];
    return [{ id: `file-${index + 1}`, name, content_type, bytes: Number(size) * 1_000 }];
  });

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
    /** "New conversation" in the widget's list, beside one that is open. */
    written: "MIA starts another conversation: TEXT",
    form: /^(\w+) starts another conversation: (.+)$/,
    toAct:
      ([contact = "", text = ""]) =>
      (scene) => {
        scene.enter(contact);
        scene.happen({ ...message(scene, text, null, "widget"), startsConversation: true });
      },
  },
  {
    written: "MIA sends PHOTO.JPG (IMAGE/JPEG, 120 kB) and LIST.PDF (APPLICATION/PDF, 80 kB): TEXT",
    form: new RegExp(`^(\\w+) sends (${oneFile}(?: and ${oneFile})*)(?:: (.+))?$`),
    toAct:
      ([contact = "", files = "", text = ""]) =>
      (scene) => {
        scene.enter(contact);
        scene.readAll();
        scene.happen({ ...message(scene, text, null, "widget"), attachments: toFiles(files) });
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
    /** The newest button that says so, or the first one ever shown. */
    written: "MIA presses the button LABEL",
    form: /^(\w+) presses the (first )?button (.+)$/,
    toAct:
      ([contact = "", isFirst, label = ""]) =>
      (scene) => {
        scene.enter(contact);
        scene.readAll();
        const shown = buttonsOf(scene).filter((button) => button.label === label);
        const button = isFirst === undefined ? shown.at(-1) : shown[0];
        if (button === undefined) throw new Error(`there is no button ${label}`);
        scene.happen(message(scene, label, button.id, "widget"));
      },
  },
  {
    written: "MIA writes the code from the mail",
    form: /^(\w+) writes the code from the mail$/,
    toAct:
      ([contact = ""]) =>
      (scene) => {
        scene.enter(contact);
        scene.readAll();
        scene.happen(message(scene, codeFor(scene), null, "widget"));
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
const labelOf = (scene: Scene, quickReplyId: string): string =>
  buttonsOf(scene).findLast(({ id }) => id === quickReplyId)?.label ?? quickReplyId;

const buttonsOf = ({ world }: Scene): readonly QuickReply[] =>
  world.happenings
    .flatMap(({ outcome }) => outcome.changes.messages)
    .flatMap(({ quickReplies }) => quickReplies);

/** What stands in the newest mail that holds a code. */
const codeFor = ({ world, contactId }: Scene): string => {
  const mails = world.happenings
    .filter(({ event }) => event.contactId === contactId)
    .flatMap(({ outcome }) => outcome.changes.calls)
    .flatMap(({ request }) => (request.kind === "mail" ? [request.text] : []));
  const code = mails.map((text) => /\b[A-Z0-9]{8}\b/.exec(text)?.[0]).at(-1);
  if (code === undefined) throw new Error("no mail holds a code");
  return code;
};
