import {
  channels,
  type Contact,
  type Json,
  lifecycleStages,
  verifications,
  type Occurrence,
} from "#core/domain";
import { clock, type Pretended, toStart } from "./pretended.ts";

/** The fact that a path tells of: `contact.first_name` tells of the name. */
const keyOf = (path: string): string => {
  if (path === "contact.first_name" || path === "contact.last_name") return "contact.name";
  return path === "trigger.channel" ? "conversation.channel" : path;
};

/** Tells whether a path tells of the start, and nothing has been decided or done yet about it. */
export const isOpen = ({ chosen, written }: Pretended, path: string): boolean => {
  const key = keyOf(path);
  return (
    /^(contact\.|session\.|trigger\.|conversation\.channel$|:now$)/.test(key) &&
    !Object.hasOwn(chosen, key) &&
    !written.has(key)
  );
};

/** Settles an open fact as it stands, since a step has decided by it. */
export const settleFact = (moment: Pretended, path: string, value: Json): Pretended =>
  isOpen(moment, path) ? { ...moment, chosen: { ...moment.chosen, [keyOf(path)]: value } } : moment;

/** Chooses how an open fact is at the start; null when it cannot be so. */
export const chooseFact = (moment: Pretended, path: string, value: Json): Pretended | null => {
  if (!isOpen(moment, path)) return null;
  const changed = change(moment, path, value);
  if (changed === null) return null;
  const key = keyOf(path);
  const chosen = key === "contact.name" ? changed.contact.name : value;
  return { ...changed, chosen: { ...moment.chosen, [key]: chosen } };
};

const change = (moment: Pretended, path: string, value: Json): Pretended | null => {
  const dot = path.indexOf(".");
  const name = path.slice(dot + 1);
  switch (path.slice(0, dot)) {
    case "contact": {
      const contact = changeContact(moment.contact, name, value);
      return contact === null ? null : { ...moment, contact };
    }
    case "session":
      return changeSession(moment, name, value);
    case "trigger":
      return changeInput(moment, name, value);
    case "conversation":
      return name === "channel" ? changeInput(moment, name, value) : null;
    default:
      return path === clock && typeof value === "number"
        ? { ...moment, now: moment.now + value, startsAt: moment.startsAt + value }
        : null;
  }
};

const isText = (value: Json): value is string => typeof value === "string" && value.trim() !== "";

const isOneOf = <Value extends string>(values: readonly Value[], value: Json): value is Value =>
  values.some((each) => each === value);

const changeContact = (contact: Contact, name: string, value: Json): Contact | null => {
  if (name.startsWith("custom.")) {
    const field = name.slice("custom.".length);
    return field.includes(".")
      ? null
      : { ...contact, custom: { ...contact.custom, [field]: value } };
  }
  switch (name) {
    case "name":
    case "email":
    case "phone":
      return isText(value) ? { ...contact, [name]: value } : null;
    case "first_name":
      return isText(value) && !value.trim().includes(" ") ? { ...contact, name: value } : null;
    case "last_name":
      return isText(value) && !value.trim().includes(" ")
        ? { ...contact, name: `Mia ${value}` }
        : null;
    case "external_id":
      return isText(value) ? { ...contact, externalId: value } : null;
    case "lifecycle_stage":
      return isOneOf(lifecycleStages, value) ? { ...contact, lifecycleStage: value } : null;
    case "email_verification":
      return isOneOf(verifications, value) ? { ...contact, emailVerification: value } : null;
    case "tags":
      return Array.isArray(value) && value.every(isText) ? { ...contact, tags: value } : null;
    default:
      return null;
  }
};

const changeSession = (moment: Pretended, name: string, value: Json): Pretended | null => {
  const { visitorSession } = moment;
  if (name === "page.title" || name === "page.referrer") {
    if (!isText(value) || moment.occurrence.type === "detection") return null;
    const part = name.slice("page.".length);
    return {
      ...moment,
      visitorSession: { ...visitorSession, page: { ...visitorSession.page, [part]: value } },
    };
  }
  if (name === "page.url" && isText(value)) {
    return moment.occurrence.type === "detection"
      ? changeInput(moment, "page_url", value)
      : {
          ...moment,
          visitorSession: { ...visitorSession, page: { ...visitorSession.page, url: value } },
        };
  }
  return name === "device" && isOneOf(["desktop", "phone", "tablet", "unknown"], value)
    ? { ...moment, visitorSession: { ...visitorSession, device: value } }
    : null;
};

/** Makes another occurrence of the same type, if the trigger takes it too. */
const changeInput = (moment: Pretended, name: string, value: Json): Pretended | null => {
  const occurrence = changeOccurrence(moment.occurrence, name, value);
  const start = occurrence === null ? null : toStart(moment.trigger, occurrence, moment.actions);
  if (start === null) return null;
  const { visitorSession: session, conversation } = moment;
  return {
    ...moment,
    occurrence: start.occurrence,
    triggerInputs: start.triggerInputs,
    visitorSession:
      start.occurrence.type === "detection"
        ? { ...session, page: start.visitorSession.page }
        : session,
    conversation:
      conversation === null || start.conversation === null
        ? conversation
        : { ...conversation, channel: start.conversation.channel },
  };
};

const changeOccurrence = (occurrence: Occurrence, name: string, value: Json): Occurrence | null => {
  switch (occurrence.type) {
    case "conversation_opened":
    case "message_received":
      if (name === "channel")
        return isOneOf(channels, value) ? { ...occurrence, channel: value } : null;
      return name === "message" && isText(value) ? { ...occurrence, text: value } : null;
    case "detection":
      if (name === "page_url")
        return isText(value) ? { ...occurrence, page: { ...occurrence.page, url: value } } : null;
      if (name === "page_title")
        return isText(value) ? { ...occurrence, page: { ...occurrence.page, title: value } } : null;
      return null;
    case "request":
      return { ...occurrence, inputs: { ...occurrence.inputs, [name]: value } };
    default:
      return null;
  }
};
