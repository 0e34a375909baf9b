import { type ContactId, type Moment, limits, toEventId } from "#core/domain";
import { isInAudience } from "#core/engine";
import { newSeed, newUuid } from "#server/platform";
import {
  type DueWorkflow,
  type LaneName,
  type Session,
  claimDueWorkflow,
  deleteWorkflowSchedule,
  readContactsByNewest,
  saveWorkflowSchedule,
  storeFirings,
  toWorkspace,
} from "#server/store";
import type { Engine } from "../engine.ts";
import { rhythmOf } from "./plan-schedules.ts";

const CONTACTS_PER_PAGE = 1_000;

/**
 * Fires the workflow that has been due longest: one event per contact of its audience, and its next moment, which is after now
 * however many were missed. Returns the lanes that have something to do; null when nothing is due.
 */
export async function fireSchedule(
  session: Session,
  engine: Engine,
  now: Moment,
): Promise<LaneName[] | null> {
  const due = await claimDueWorkflow(session, now);
  if (due === undefined) return null;
  if (due.live === null) {
    await deleteWorkflowSchedule(session, due);
    return [];
  }
  const { version, workspace } = due.live;
  const trigger = engine.compileVersion(version)?.trigger;
  const rhythm = rhythmOf(trigger, workspace.timezone);
  const schedule = {
    workspaceId: due.workspaceId,
    workflowId: due.workflowId,
    versionId: version.id,
    timezone: workspace.timezone,
    rhythm: rhythm?.text ?? "",
    nextDueAt: rhythm?.next(now) ?? null,
  };
  await saveWorkflowSchedule(session, schedule, false);
  // Published with another rhythm a moment ago: the old one counts no longer.
  if (trigger?.need?.kind !== "schedule" || rhythm?.text !== due.rhythm) return [];
  const { audience } = trigger.need;
  const asWorkspace = toWorkspace(workspace, []);
  const contactIds = await fireForEach(session, due, now, (contact) =>
    isInAudience(audience, contact, asWorkspace, now),
  );
  return contactIds.map((contactId) => ({ workspaceId: due.workspaceId, contactId }));
}

async function fireForEach(
  session: Session,
  due: DueWorkflow,
  now: Moment,
  belongs: (contact: Parameters<typeof isInAudience>[1]) => boolean,
): Promise<ContactId[]> {
  const fired: ContactId[] = [];
  for await (const page of readContactsByNewest(session, due.workspaceId, CONTACTS_PER_PAGE)) {
    const room = limits.contactsPerFiring - fired.length;
    const chosen = page
      .filter(belongs)
      .slice(0, room)
      .map(({ id }) => id);
    const firings = chosen.map((contactId) => ({
      contactId,
      eventId: toEventId(newUuid()),
      seed: newSeed(),
    }));
    if (firings.length > 0) await storeFirings(session, due, firings, now);
    fired.push(...chosen);
    if (fired.length >= limits.contactsPerFiring) break;
  }
  return fired;
}
