/** A value every workflow can read, for pickers, conditions and checks. */
export interface KnownField {
  readonly path: string;
  readonly title: string;
  readonly kind: "text" | "number" | "boolean" | "date" | "list";
  /** For fields with few values. */
  readonly values?: readonly string[];
}

/** What `{{ }}` and conditions can read besides variables, `trigger.…` and `contact.custom.…`. */
export const knownFields: readonly KnownField[] = [
  { path: "contact.id", title: "Contact’s id", kind: "text" },
  { path: "contact.name", title: "Contact’s name", kind: "text" },
  { path: "contact.first_name", title: "Contact’s first name", kind: "text" },
  { path: "contact.last_name", title: "Contact’s last name", kind: "text" },
  { path: "contact.email", title: "Contact’s e-mail", kind: "text" },
  {
    path: "contact.email_verification",
    title: "How far the e-mail is believed",
    kind: "text",
    values: ["none", "claimed", "proven", "signed"],
  },
  { path: "contact.phone", title: "Contact’s phone", kind: "text" },
  { path: "contact.external_id", title: "Contact’s external id", kind: "text" },
  {
    path: "contact.lifecycle_stage",
    title: "Contact’s lifecycle stage",
    kind: "text",
    values: ["lead", "user", "paid"],
  },
  { path: "contact.owner_id", title: "Contact’s owner", kind: "text" },
  { path: "contact.tags", title: "Contact’s tags", kind: "list" },
  { path: "contact.language", title: "Contact’s language", kind: "text" },
  { path: "contact.timezone", title: "Contact’s timezone", kind: "text" },
  { path: "contact.first_seen_at", title: "First seen", kind: "date" },
  { path: "contact.last_seen_at", title: "Last seen", kind: "date" },
  { path: "contact.last_replied_at", title: "Last wrote", kind: "date" },
  { path: "contact.last_contacted_at", title: "Last contacted", kind: "date" },
  { path: "conversation.id", title: "Conversation’s id", kind: "text" },
  {
    path: "conversation.channel",
    title: "Channel",
    kind: "text",
    values: ["widget", "email", "api"],
  },
  {
    path: "conversation.status",
    title: "Conversation’s status",
    kind: "text",
    values: ["open", "closed"],
  },
  {
    path: "conversation.priority",
    title: "Conversation’s priority",
    kind: "text",
    values: ["low", "normal", "high", "urgent"],
  },
  { path: "conversation.assignee_id", title: "Assignee", kind: "text" },
  { path: "conversation.team_id", title: "Team", kind: "text" },
  { path: "conversation.last_message", title: "Contact’s newest message", kind: "text" },
  { path: "conversation.opened_at", title: "Conversation opened", kind: "date" },
  { path: "session.page.url", title: "Page’s address", kind: "text" },
  { path: "session.page.title", title: "Page’s title", kind: "text" },
  { path: "session.page.referrer", title: "Where the visitor came from", kind: "text" },
  { path: "session.page_count", title: "Pages seen", kind: "number" },
  {
    path: "session.device",
    title: "Device",
    kind: "text",
    values: ["desktop", "phone", "tablet", "unknown"],
  },
  { path: "session.language", title: "Browser’s language", kind: "text" },
  { path: "workspace.name", title: "Workspace’s name", kind: "text" },
  { path: "workspace.timezone", title: "Workspace’s timezone", kind: "text" },
  {
    path: "now.day_of_week",
    title: "Day of the week",
    kind: "text",
    values: ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"],
  },
  { path: "now.date", title: "Today’s date", kind: "date" },
  { path: "now.time", title: "Time of day", kind: "text" },
  { path: "now.hour", title: "Hour of the day", kind: "number" },
  { path: "schedule.is_open", title: "Open now", kind: "boolean" },
  { path: "schedule.next_open", title: "Next opening", kind: "date" },
];

/** First words that never name a variable. */
export const reservedNames: readonly string[] = [
  "contact",
  "conversation",
  "session",
  "trigger",
  "workspace",
  "lookup",
  "schedule",
];

/** First words of what every workflow can read. A variable may be called `now`, as those saved before it was one may be. */
export const knownRoots: readonly string[] = [...reservedNames, "now"];
