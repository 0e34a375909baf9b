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

/** What templates and conditions can read. */
export interface Facts {
  readonly workspace: Workspace;
  readonly contact: Contact;
  readonly conversation: Conversation | null;
  readonly visitorSession: VisitorSession | null;
  readonly variables: Variables;
  readonly triggerInputs: JsonObject;
}

/** Finds the value of a path such as `contact.custom.plan`; undefined when there is none. Only own properties are seen. */
export const lookUp = (facts: Facts, path: string): Json | undefined => {
  const names = path.split(".");
  const [root = "", name = ""] = names;
  switch (root) {
    case "contact":
      return name === "custom"
        ? descend(facts.contact.custom, names, 2)
        : descend(contactField(facts.contact, name), names, 2);
    case "conversation":
      return facts.conversation === null
        ? undefined
        : descend(conversationField(facts.conversation, name), names, 2);
    case "session":
      return facts.visitorSession === null
        ? undefined
        : sessionField(facts.visitorSession, name, names);
    case "trigger":
      return descend(facts.triggerInputs, names, 1);
    case "workspace":
      return name === "name"
        ? facts.workspace.name
        : name === "timezone"
          ? facts.workspace.timezone
          : undefined;
    default:
      return descend(facts.variables, names, 0);
  }
};

const descend = (
  from: Json | undefined,
  names: readonly string[],
  depth: number,
): Json | undefined => {
  let value = from;
  for (let index = depth; index < names.length; index += 1) {
    const name = names[index] ?? "";
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, name))
      return undefined;
    value = Array.isArray(value) ? value[Number(name)] : value[name];
  }
  return value;
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
    case "opened_at":
      return toIso(conversation.openedAt);
    default:
      return undefined;
  }
};

const sessionField = (
  session: VisitorSession,
  name: string,
  names: readonly string[],
): Json | undefined => {
  switch (name) {
    case "page":
      return descend(session.page, names, 2);
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

const firstName = (name: string | null): string | null => name?.trim().split(/\s+/)[0] || null;

const lastName = (name: string | null): string | null => {
  const parts = name?.trim().split(/\s+/) ?? [];
  return parts.length > 1 ? parts.slice(1).join(" ") : null;
};

/** Moments beyond what a date can say (never ours) read as nothing. */
const toIso = (moment: Moment | null): string | null =>
  moment === null || Math.abs(moment) > 8.64e15 ? null : new Date(moment).toISOString();
