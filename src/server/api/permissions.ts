import type { Role } from "#core/domain";

/** What a caller may do, by role. An endpoint names one; the reference page prints this table. */
export const permissions = {
  "own.use": ["owner", "admin", "builder", "agent"],
  "people.read": ["owner", "admin", "builder", "agent"],
  "people.manage": ["owner", "admin"],
  "schedules.read": ["owner", "admin", "builder", "agent"],
  "schedules.manage": ["owner", "admin", "builder"],
  "widget.read": ["owner", "admin", "builder", "agent"],
  "widget.manage": ["owner", "admin"],
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

/** Tells whether a role may do something. */
export function isAllowed(role: Role, permission: Permission): boolean {
  const roles: readonly Role[] = permissions[permission];
  return roles.includes(role);
}
