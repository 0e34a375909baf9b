import {
  type ContactId,
  type Page,
  type VisitorSession,
  type WorkspaceId,
  toContactId,
  toVisitorSessionId,
} from "#core/domain";
import { hashToken, newToken, newUuid } from "#server/platform";
import {
  findContact,
  findVisitorSession,
  findWorkspaceByKey,
  insertVisitorToken,
} from "#server/store";
import { conflict, notFound } from "../refusals.ts";
import type { Tools } from "../tools.ts";
import { isKnownContact } from "./identity/is-known-contact.ts";
import type { Visitor } from "./visitor.ts";

// How long a browser whose answer got lost may ask again for a token of the same session.
const REPEAT_MS = 2 * 60_000;

export interface StartedVisit {
  readonly visitorToken: string;
  readonly contactId: ContactId;
  readonly visitorSessionId: string;
}

/**
 * Opens a visitor session: of the browser the token names, else of a new anonymous contact.
 * The same session id again is the same session. The token exists only in the answer.
 */
export async function startVisit(
  tools: Tools,
  known: (Visitor & { readonly token: string }) | null,
  given: {
    readonly key: string;
    readonly visitor_session_id: string;
    readonly page: Page;
    readonly device: VisitorSession["device"];
    readonly language: string | null;
    readonly arrived_ms_ago: number;
  },
): Promise<StartedVisit> {
  const workspace = await findWorkspaceByKey(tools.store, given.key);
  if (workspace === undefined) throw notFound("workspace key");
  const { workspace_id: workspaceId } = workspace;
  const visitorSessionId = toVisitorSessionId(given.visitor_session_id.toLowerCase());
  // a token of another workspace on the same site is no token here
  const visitor = known?.workspaceId === workspaceId ? known : null;
  const chosenId = await chooseContact(tools, workspaceId, visitorSessionId, visitor, given);
  const visitorToken = visitor?.token ?? newToken();
  const accepted = await tools.accept({
    workspaceId,
    contactId: chosenId,
    door: "widget",
    sourceKey: `visit ${visitorSessionId}`,
    body: {
      type: "visitor_seen",
      visitorSessionId,
      page: given.page,
      device: given.device,
      language: given.language,
      arrivedMsAgo: given.arrived_ms_ago,
    },
    createsContact: true,
  });
  // Two tabs of a new browser may tell the same visit at the same moment: the first one's contact is both's.
  const contactId =
    accepted.state === "repeated"
      ? await chooseContact(tools, workspaceId, visitorSessionId, visitor, given)
      : chosenId;
  if (visitor === null) {
    await insertVisitorToken(tools.store, {
      workspaceId,
      contactId,
      tokenHash: hashToken(visitorToken),
      createdAt: tools.clock.now(),
    });
  }
  return { visitorToken, contactId, visitorSessionId };
}

async function chooseContact(
  tools: Tools,
  workspaceId: WorkspaceId,
  visitorSessionId: VisitorSession["id"],
  visitor: Visitor | null,
  { arrived_ms_ago }: { readonly arrived_ms_ago: number },
): Promise<ContactId> {
  const session = await findVisitorSession(tools.store, workspaceId, visitorSessionId);
  if (session === undefined) return visitor?.contactId ?? toContactId(newUuid());
  // A made-up time is refused when the event is taken in: the same visit was told with another one.
  const toldAt = session.startedAt + arrived_ms_ago;
  if (visitor?.contactId === session.contactId) return session.contactId;
  const isRepeat = visitor === null && tools.clock.now().getTime() - toldAt < REPEAT_MS;
  // a session's id may have been seen by others, and is no way into the conversations of somebody known
  const contact = isRepeat
    ? await findContact(tools.store, workspaceId, session.contactId)
    : undefined;
  if (contact !== undefined && !isKnownContact(contact)) return session.contactId;
  throw conflict(
    "visitor_session_taken",
    "This visitor session belongs to another browser; make a new id.",
  );
}
