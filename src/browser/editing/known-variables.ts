import { channels, conversationStatuses, lifecycleStages, priorities } from "#core/domain";
import type { VariableOption } from "./editing-world.ts";

const asChoices = (values: readonly string[]) => values.map((value) => ({ value, label: `${value.slice(0, 1).toUpperCase()}${value.slice(1)}` }));

const inGroup = (group: string, options: readonly Omit<VariableOption, "group">[]): readonly VariableOption[] => options.map((option) => ({ ...option, group }));

/** What every run can read; triggers and earlier steps add theirs. */
export const knownVariables: readonly VariableOption[] = [
  ...inGroup("Contact", [
    { path: "contact.first_name", title: "First name" },
    { path: "contact.name", title: "Name" },
    { path: "contact.email", title: "E-mail" },
    { path: "contact.phone", title: "Phone" },
    { path: "contact.lifecycle_stage", title: "Lifecycle stage", choices: asChoices(lifecycleStages) },
    { path: "contact.tags", title: "Tags" },
    { path: "contact.language", title: "Language" },
    { path: "contact.timezone", title: "Time zone" },
    { path: "contact.external_id", title: "External id" },
  ]),
  ...inGroup("Conversation", [
    { path: "conversation.channel", title: "Channel", choices: asChoices(channels) },
    { path: "conversation.status", title: "Status", choices: asChoices(conversationStatuses) },
    { path: "conversation.priority", title: "Priority", choices: asChoices(priorities) },
  ]),
  ...inGroup("Visitor session", [
    { path: "session.page.url", title: "Page address" },
    { path: "session.page.title", title: "Page title" },
    { path: "session.page.referrer", title: "Referrer" },
    { path: "session.device", title: "Device", choices: asChoices(["desktop", "phone", "tablet"]) },
    { path: "session.language", title: "Browser language" },
  ]),
  ...inGroup("Workspace", [{ path: "workspace.name", title: "Workspace name" }]),
];
