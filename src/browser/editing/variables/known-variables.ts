import { type Json } from "#core/domain";
import { knownFields } from "#core/engine";
import type { VariableOption } from "./variable-option.ts";

const groups = new Map([
  ["contact", "Contact"],
  ["conversation", "Conversation"],
  ["session", "Visitor session"],
  ["workspace", "Workspace"],
  ["now", "This moment"],
  ["schedule", "Workspace’s hours"],
]);

/** What the fields look like in previews: one invented contact, the same everywhere. */
const examples: Readonly<Record<string, Json>> = {
  "contact.id": "0192f1c0-7d2e-7000-8000-000000000001",
  "contact.name": "Mia Berger",
  "contact.first_name": "Mia",
  "contact.last_name": "Berger",
  "contact.email": "mia@example.com",
  "contact.email_verification": "proven",
  "contact.phone": "+49 30 1234567",
  "contact.external_id": "C-1042",
  "contact.lifecycle_stage": "user",
  "contact.owner_id": "Jonas",
  "contact.tags": ["vip", "newsletter"],
  "contact.language": "en",
  "contact.timezone": "Europe/Berlin",
  "contact.first_seen_at": "2026-01-12T09:30:00Z",
  "contact.last_seen_at": "2026-03-02T14:05:00Z",
  "contact.last_replied_at": "2026-03-02T14:05:00Z",
  "contact.last_contacted_at": "2026-03-01T10:00:00Z",
  "conversation.id": "0192f1c0-7d2e-7000-8000-000000000002",
  "conversation.channel": "widget",
  "conversation.status": "open",
  "conversation.priority": "normal",
  "conversation.assignee_id": "Jonas",
  "conversation.team_id": "Support",
  "conversation.last_message": "Where is my order?",
  "conversation.opened_at": "2026-03-02T14:00:00Z",
  "session.page.url": "https://shop.example/checkout",
  "session.page.title": "Checkout",
  "session.page.referrer": "https://www.example.org/",
  "session.page_count": 4,
  "session.device": "desktop",
  "session.language": "en-GB",
  "workspace.timezone": "Europe/Berlin",
  "now.day_of_week": "monday",
  "now.date": "2026-03-02",
  "now.time": "15:05",
  "now.hour": 15,
  "schedule.is_open": true,
  "schedule.next_open": "2026-03-03T08:00:00Z",
};

/** What every contact, conversation and moment has. */
const alwaysThere = new Set([
  "contact.id",
  "contact.email_verification",
  "contact.lifecycle_stage",
  "contact.tags",
  "contact.first_seen_at",
  "conversation.channel",
  "conversation.status",
  "conversation.priority",
  "conversation.opened_at",
  "workspace.name",
  "workspace.timezone",
  "now.day_of_week",
  "now.date",
  "now.time",
  "now.hour",
  "schedule.is_open",
]);

const reasons: Readonly<Record<string, string>> = {
  contact: "Not every contact has one.",
  conversation: "Not every conversation has one.",
  session: "Only visitors of the widget have one.",
  schedule: "Empty when the workspace never opens.",
};

const units: Readonly<Record<string, string>> = { "session.page_count": "pages" };

/** What every run can read, in groups; triggers and earlier steps add theirs. */
export const knownVariables: readonly VariableOption[] = knownFields.map(
  ({ path, title, kind, values }): VariableOption => {
    const root = path.split(".")[0] ?? "";
    const example = examples[path];
    const unit = units[path];
    const reason = reasons[root];
    return {
      path,
      title,
      kind,
      group: groups.get(root) ?? "Other",
      presence: alwaysThere.has(path) ? "always" : "maybe",
      ...(alwaysThere.has(path) || reason === undefined ? {} : { reason }),
      ...(example === undefined ? {} : { example }),
      ...(unit === undefined ? {} : { unit }),
      ...(values === undefined
        ? {}
        : {
            choices: values.map((value) => ({
              value,
              label: value.replace(/^./, (first) => first.toUpperCase()),
            })),
          }),
    };
  },
);
