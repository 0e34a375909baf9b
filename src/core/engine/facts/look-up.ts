import type {
  Contact,
  Conversation,
  Json,
  JsonObject,
  Moment,
  Variables,
  VisitorSession,
  Workspace,
} from "#core/domain";
import { DateTime } from "luxon";
import { workspaceHours } from "../schedule/find-schedule.ts";
import { isOpen } from "../schedule/is-open.ts";
import { nextOpen } from "../schedule/next-change.ts";

/** What templates and conditions can read. */
export interface Facts {
  readonly now: Moment;
  readonly workspace: Workspace;
  readonly contact: Contact;
  readonly conversation: Conversation | null;
  readonly visitorSession: VisitorSession | null;
  readonly variables: Variables;
  readonly triggerInputs: JsonObject;
}

/** Finds the value of a path such as `contact.custom.plan`; undefined when there is none. Only own properties are seen. */
export const lookUp = (facts: Facts, path: string): Json | undefined => {
  // Called for every condition and slot, so the common two-part path is read without splitting it into a list.
  const dot = path.indexOf(".");
  if (dot < 0) return descend(facts.variables, path);
  const rest = path.slice(dot + 1);
  switch (path.slice(0, dot)) {
    case "contact":
      return rest.startsWith("custom.")
        ? descend(facts.contact.custom, rest.slice("custom.".length))
        : contactField(facts.contact, rest);
    case "conversation":
      return facts.conversation === null ? undefined : conversationField(facts.conversation, rest);
    case "session":
      return facts.visitorSession === null ? undefined : sessionField(facts.visitorSession, rest);
    case "trigger":
      return descend(facts.triggerInputs, rest);
    case "now":
      return momentField(facts, rest) ?? descend(facts.variables, path);
    case "schedule":
      return scheduleField(facts, rest) ?? descend(facts.variables, path);
    case "workspace":
      return rest === "name"
        ? facts.workspace.name
        : rest === "timezone"
          ? facts.workspace.timezone
          : undefined;
    default:
      return descend(facts.variables, path);
  }
};

const descend = (from: Json | undefined, path: string): Json | undefined => {
  if (!path.includes(".")) return own(from, path);
  let value = from;
  for (const name of path.split(".")) value = own(value, name);
  return value;
};

const own = (from: Json | undefined, name: string): Json | undefined => {
  if (typeof from !== "object" || from === null || !Object.hasOwn(from, name)) return undefined;
  return Array.isArray(from) ? from[Number(name)] : from[name];
};

const contactField = (contact: Contact, name: string): Json | undefined => {
  switch (name) {
    case "id":
      return contact.id;
    case "name":
      return contact.name;
    case "first_name":
      return firstName(contact.name);
    case "last_name":
      return lastName(contact.name);
    case "email":
      return contact.email;
    case "email_verification":
      return contact.emailVerification;
    case "phone":
      return contact.phone;
    case "external_id":
      return contact.externalId;
    case "lifecycle_stage":
      return contact.lifecycleStage;
    case "owner_id":
      return contact.ownerId;
    case "tags":
      return [...contact.tags];
    case "language":
      return contact.language;
    case "timezone":
      return contact.timezone;
    case "first_seen_at":
      return toIso(contact.firstSeenAt);
    case "last_seen_at":
      return toIso(contact.lastSeenAt);
    case "last_replied_at":
      return toIso(contact.lastRepliedAt);
    case "last_contacted_at":
      return toIso(contact.lastContactedAt);
    default:
      return undefined;
  }
};

const conversationField = (conversation: Conversation, name: string): Json | undefined => {
  switch (name) {
    case "id":
      return conversation.id;
    case "channel":
      return conversation.channel;
    case "status":
      return conversation.status;
    case "priority":
      return conversation.priority;
    case "assignee_id":
      return conversation.assigneeId;
    case "team_id":
      return conversation.teamId;
    case "last_message":
      return conversation.lastContactText === "" ? null : conversation.lastContactText;
    case "opened_at":
      return toIso(conversation.openedAt);
    default:
      return undefined;
  }
};

const sessionField = (session: VisitorSession, name: string): Json | undefined => {
  switch (name) {
    case "page.url":
      return session.page.url;
    case "page.title":
      return session.page.title;
    case "page.referrer":
      return session.page.referrer;
    case "page_count":
      return session.pageCount;
    case "device":
      return session.device;
    case "language":
      return session.language;
    default:
      return undefined;
  }
};

const days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/** This moment by the workspace's clock. */
const momentField = ({ workspace, now }: Facts, name: string): Json | undefined => {
  const local = DateTime.fromMillis(now, { zone: workspace.timezone });
  switch (name) {
    case "day_of_week":
      return days[local.weekday - 1];
    case "date":
      return local.toFormat("yyyy-MM-dd");
    case "time":
      return local.toFormat("HH:mm");
    case "hour":
      return local.hour;
    default:
      return undefined;
  }
};

/** The workspace's own hours. */
const scheduleField = ({ workspace, now }: Facts, name: string): Json | undefined => {
  const hours = workspaceHours(workspace);
  if (hours === undefined) return undefined;
  switch (name) {
    case "is_open":
      return isOpen(hours, now);
    case "next_open":
      return toIso(nextOpen(hours, now));
    default:
      return undefined;
  }
};

const firstName = (name: string | null): string | null => name?.trim().split(/\s+/)[0] || null;

const lastName = (name: string | null): string | null => {
  const parts = name?.trim().split(/\s+/) ?? [];
  return parts.length > 1 ? parts.slice(1).join(" ") : null;
};

/** Moments beyond what a date can say (never ours) read as nothing. */
const toIso = (moment: Moment | null): string | null =>
  moment === null || Math.abs(moment) > 8.64e15 ? null : new Date(moment).toISOString();
