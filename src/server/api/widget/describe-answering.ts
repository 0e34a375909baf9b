import type { AnsweringBody } from "#contract";
import { inTimezone, isOpen, nextOpen } from "#core/engine";
import type { Tools, Visitor } from "#server/commands";
import { findContact, getWorkspace, isAnyMemberOnline, listSchedules } from "#server/store";
import { presentMomentOrNull } from "../presenters/present-moment.ts";

/** Says whether somebody of the team answers now, else when the workspace's own hours open next. */
export async function describeAnswering(
  { store, clock }: Pick<Tools, "store" | "clock">,
  { workspaceId, contactId }: Visitor,
): Promise<AnsweringBody> {
  const [isOnline, schedules, { timezone }, contact] = await Promise.all([
    isAnyMemberOnline(store, workspaceId),
    listSchedules(store, workspaceId, { offset: 0, limit: 1 }), // its own hours come first
    getWorkspace(store, workspaceId),
    findContact(store, workspaceId, contactId),
  ]);
  const [own] = schedules;
  const hours = own?.is_default === true ? inTimezone(own.data, timezone) : null;
  const now = clock.now().getTime();
  const isWithinHours = hours === null || isOpen(hours, now);
  return {
    is_online: isOnline && isWithinHours,
    next_open: hours === null || isWithinHours ? null : presentMomentOrNull(nextOpen(hours, now)),
    has_email: contact?.email != null,
  };
}
