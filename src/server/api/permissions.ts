import type { Role } from "#core/domain";
import type { Caller } from "#server/commands";

/** What a caller may do, by role. An endpoint names one; the reference page prints this table. */
export const permissions = {
  "own.use": ["owner", "admin", "builder", "agent"],
  "people.read": ["owner", "admin", "builder", "agent"],
  "people.manage": ["owner", "admin"],
  "schedules.read": ["owner", "admin", "builder", "agent"],
  "schedules.manage": ["owner", "admin", "builder"],
  "widget.read": ["owner", "admin", "builder", "agent"],
  "widget.manage": ["owner", "admin"],
  "integrations.read": ["owner", "admin", "builder", "agent"],
  "integrations.manage": ["owner", "admin"],
  "contacts.read": ["owner", "admin", "builder", "agent"],
  "contacts.change": ["owner", "admin", "agent"],
  "conversations.read": ["owner", "admin", "builder", "agent"],
  "conversations.answer": ["owner", "admin", "agent"],
  "workflows.read": ["owner", "admin", "builder", "agent"],
  "workflows.edit": ["owner", "admin", "builder"],
  "workflows.publish": ["owner", "admin", "builder"],
  "runs.read": ["owner", "admin", "builder", "agent"],
  "runs.control": ["owner", "admin", "agent"],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof permissions;

const names: readonly Permission[] = Object.keys(permissions).filter(
  (name): name is Permission => name in permissions,
);

/** Tells whether somebody of a role may do something; of a member also whether the right to publish was taken from them. */
export function isAllowed(
  { role, mayNotPublish }: Pick<Caller, "role" | "mayNotPublish">,
  permission: Permission,
): boolean {
  const roles: readonly Role[] = permissions[permission];
  const isWithheld =
    permission === "workflows.publish" && mayNotPublish === true && role !== "owner";
  return roles.includes(role) && !isWithheld;
}

/** All that somebody may do. */
export const permissionsOf = (who: Pick<Caller, "role" | "mayNotPublish">): Permission[] =>
  names.filter((permission) => isAllowed(who, permission));
