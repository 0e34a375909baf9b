import type { Event, EventBody, VisitorSession } from "#core/domain";
import { isTestPage } from "#core/page";
import type { LaneDraft } from "../lane/lane-draft.ts";
import { findOpenConversation } from "../lane/open-conversation.ts";
import { startWorkflows } from "../runs/start-workflows.ts";

/** Notes a browser's stretch of activity and its newest page. */
export const visitorSeen = (
  lane: LaneDraft,
  event: Event,
  body: Extract<EventBody, { type: "visitor_seen" }>,
): void => {
  const known = lane.visitorSessions.find(body.visitorSessionId);
  if (known === undefined) {
    const { visitorSessionId: id, page, device, language, pageLanguage = null } = body;
    lane.visitorSessions.put({
      id,
      contactId: lane.contact.id,
      startedAt: event.happenedAt - Math.max(0, body.arrivedMsAgo ?? 0),
      lastSeenAt: event.happenedAt,
      page,
      pageCount: 1,
      device,
      language,
      pageLanguage,
    });
  } else seePage(lane, known, event, body);
  touchContact(lane, event, body);
};

/** Checks what a detector in the page concluded and decides what it starts. */
export const detectionMade = (
  lane: LaneDraft,
  event: Event,
  body: Extract<EventBody, { type: "detection_made" }>,
): void => {
  const known = lane.visitorSessions.find(body.visitorSessionId);
  const visitorSession = known === undefined ? null : seePage(lane, known, event, body);
  touchContact(lane, event, body);
  startWorkflows(lane, {
    conversation: findOpenConversation(lane, "widget"),
    visitorSession,
    occurrences: [
      {
        type: "detection",
        triggerType: body.triggerType,
        page: body.page,
        evidence: body.evidence,
        isFirstSession: visitorSession === null ? null : isFirst(lane, visitorSession),
      },
    ],
    takenBy: null,
  });
};

/** The lane holds the newest sessions, so one with an earlier one behind it never looks like the first. */
const isFirst = (lane: LaneDraft, session: VisitorSession): boolean =>
  [...lane.visitorSessions.values()].every(
    ({ id, startedAt }) => id === session.id || startedAt >= session.startedAt,
  );

const seePage = (
  lane: LaneDraft,
  session: VisitorSession,
  event: Event,
  { page }: Pick<VisitorSession, "page">,
): VisitorSession =>
  lane.visitorSessions.put({
    ...session,
    page,
    lastSeenAt: Math.max(session.lastSeenAt, event.happenedAt),
    pageCount: session.pageCount + (page.url === session.page.url ? 0 : 1),
  });

/** Whoever once came by a page opened as a test tries things out, until a member says otherwise. */
const touchContact = (
  lane: LaneDraft,
  event: Event,
  { page }: Pick<VisitorSession, "page">,
): void => {
  const { contact } = lane;
  const isTest = contact.isTest || isTestPage(page.url);
  if (event.happenedAt > contact.lastSeenAt || isTest !== contact.isTest)
    lane.setContact({
      ...contact,
      isTest,
      lastSeenAt: Math.max(contact.lastSeenAt, event.happenedAt),
    });
};
