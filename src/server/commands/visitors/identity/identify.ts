import {
  type Contact,
  type ContactId,
  type ConversationId,
  type EditableContactFields,
  toContactId,
  toVisitorSessionId,
} from "#core/domain";
import { RequestError, hashToken, newToken, newUuid } from "#server/platform";
import {
  claimExternalId,
  findContact,
  findNamedContact,
  listProvenContacts,
  mergeContact,
  moveVisitorSession,
  replaceVisitorToken,
  setVisitorIdentity,
} from "#server/store";
import { acceptAndWait } from "../../accept-and-wait.ts";
import { notSignedIn } from "../../refusals.ts";
import type { Tools } from "../../tools.ts";
import { ownVisitorSession } from "../own-visitor-session.ts";
import type { KnownVisitor } from "../visitor.ts";
import { hasProvenEmail } from "./is-known-contact.ts";
import { identityRequired, mayAct } from "./may-act.ts";
import { type PageFields, claimsIdentity, keepUnsigned, namesOfFields } from "./page-fields.ts";
import type { SignedIdentity } from "./read-identity-token.ts";
import { verifyIdentityToken } from "./verify-identity-token.ts";

interface GivenIdentity {
  /** Made by the browser: the same again changes nothing. */
  readonly id: string;
  readonly visitor_session_id: string;
  readonly identity_token?: string | undefined;
  readonly fields: PageFields;
}

export interface Identified {
  /** The token of this browser from now on; null: the one that asked stays. */
  readonly newToken: string | null;
  readonly contactId: ContactId;
  readonly identity: "anonymous" | "claimed" | "signed";
  readonly signedFields: readonly string[];
  readonly ignoredFields: readonly string[];
  /** Conversations that are the new contact's from now on. */
  readonly movedConversationIds: readonly ConversationId[];
}

/**
 * Takes in who the visitor is. Unsigned, the fields are noted as claimed and open nothing. Signed, the browser speaks for the
 * contact with that external id from now on, under a new token; what it did anonymously goes with it.
 * @throws RequestError 403 `identity_…` when the signature does not stand, or one is required and missing.
 */
export async function identify(
  tools: Tools,
  visitor: KnownVisitor,
  given: GivenIdentity,
): Promise<Identified> {
  await ownVisitorSession(
    tools,
    visitor,
    toVisitorSessionId(given.visitor_session_id.toLowerCase()),
  );
  const { mode } = visitor.settings.identity;
  try {
    if (given.identity_token !== undefined) {
      const signed = await verifyIdentityToken(tools, visitor, given.identity_token);
      return await identifySigned(tools, visitor, given, signed);
    }
    if (mode === "required" && claimsIdentity(given.fields)) throw identityRequired();
  } catch (error) {
    // whoever claims to be somebody and cannot show it does not write as an anonymous visitor either
    const isRefused = error instanceof RequestError && error.status === 403;
    if (isRefused && mode === "required" && visitor.identity !== "signed")
      await setVisitorIdentity(tools.store, visitor, "refused", []);
    throw error;
  }
  return await identifyClaimed(tools, visitor, given);
}

async function identifyClaimed(
  tools: Tools,
  visitor: KnownVisitor,
  given: GivenIdentity,
): Promise<Identified> {
  const { workspaceId, contactId } = visitor;
  if (visitor.identity === "replaced") throw tokenReplaced();
  mayAct(visitor);
  const contact = await findContact(tools.store, workspaceId, contactId);
  const { kept, ignored } = keepUnsigned(given.fields, visitor.signedFields, contact);
  await acceptAndWait(tools, {
    workspaceId,
    contactId,
    door: "widget",
    sourceKey: `identify ${contactId} ${given.id.toLowerCase()}`,
    body: { type: "contact_updated", fields: kept, verification: "claimed", byMemberId: null },
    createsContact: false,
  });
  const isClaim = visitor.identity === "anonymous" && claimsIdentity(given.fields);
  if (isClaim) await setVisitorIdentity(tools.store, visitor, "claimed", []);
  return {
    newToken: null,
    contactId,
    identity: isClaim || visitor.identity === "refused" ? "claimed" : visitor.identity,
    signedFields: visitor.signedFields,
    ignoredFields: ignored,
    movedConversationIds: [],
  };
}

async function identifySigned(
  tools: Tools,
  visitor: KnownVisitor,
  given: GivenIdentity,
  { externalId, fields: signed, unverifiedEmail }: SignedIdentity,
): Promise<Identified> {
  const { workspaceId } = visitor;
  const { store } = tools;
  const own = await findContact(store, workspaceId, visitor.contactId);
  if (visitor.identity === "replaced" && own?.externalId !== externalId) throw tokenReplaced();
  const email = signed.email ?? null;
  const isMovable = own !== undefined && isNobodyElse(own, email);
  const namesakes = email === null ? [] : await listProvenContacts(store, workspaceId, email);
  const contactId = await claimExternalId(store, {
    workspaceId,
    externalId,
    contactId:
      (await findNamedContact(store, workspaceId, "external_id", externalId)) ??
      namesakes.find((each) => each.external_id === null)?.contact_id ??
      (isMovable ? own.id : toContactId(newUuid())),
    now: tools.clock.now(),
  });
  const known = await findContact(store, workspaceId, contactId);
  const signedFields = namesOfFields(signed);
  const claims =
    unverifiedEmail === null ? given.fields : { ...given.fields, email: unverifiedEmail };
  const { kept, ignored } = keepUnsigned(claims, signedFields, known);
  // a proven address is one contact's: of two accounts that share one, the later has it as claimed
  const others = namesakes.filter(
    (each) => each.contact_id !== contactId && each.contact_id !== own?.id,
  );
  const { email: _shared, ...signedWithoutEmail } = signed;
  await tellContact(tools, visitor, contactId, {
    id: given.id,
    externalId,
    isNew: known === undefined,
    signed: others.length > 0 ? signedWithoutEmail : signed,
    claimed: others.length > 0 ? { ...kept, email } : kept,
  });
  const movedConversationIds =
    contactId === visitor.contactId
      ? []
      : await bringAlong(tools, visitor, given, { contactId, isMovable });
  return {
    newToken: await changeToken(tools, visitor, contactId, signedFields),
    contactId,
    identity: "signed",
    signedFields,
    ignoredFields: ignored,
    movedConversationIds,
  };
}

const tokenReplaced = () =>
  notSignedIn(
    "This visitor token was replaced; only a signature of the same person brings a new one.",
  );

/** Tells the contact's lane what the page claims, then what is signed. */
async function tellContact(
  tools: Tools,
  { workspaceId }: KnownVisitor,
  contactId: ContactId,
  news: {
    readonly id: string;
    readonly externalId: string;
    readonly isNew: boolean;
    readonly signed: EditableContactFields;
    readonly claimed: PageFields;
  },
): Promise<void> {
  const sourceKey = `identify ${contactId} ${news.id.toLowerCase()}`;
  const event = { workspaceId, contactId, door: "widget", createsContact: news.isNew };
  const told = { type: "contact_updated", byMemberId: null } as const;
  if (namesOfFields(news.claimed).length > 0)
    await acceptAndWait(tools, {
      ...event,
      sourceKey: `${sourceKey} claimed`,
      body: { ...told, fields: news.claimed, verification: "claimed" },
    });
  await acceptAndWait(tools, {
    ...event,
    sourceKey,
    body: { ...told, fields: news.signed, externalId: news.externalId, verification: "signed" },
  });
}

/** Brings what the browser did so far to the contact it speaks for now: all of an anonymous one, else only the running session. */
async function bringAlong(
  tools: Tools,
  { workspaceId, contactId: from }: KnownVisitor,
  given: GivenIdentity,
  { contactId: into, isMovable }: { readonly contactId: ContactId; readonly isMovable: boolean },
): Promise<readonly ConversationId[]> {
  const move = { workspaceId, from, into };
  if (isMovable) return await mergeContact(tools.store, { ...move, now: tools.clock.now() });
  await moveVisitorSession(
    tools.store,
    move,
    toVisitorSessionId(given.visitor_session_id.toLowerCase()),
  );
  return [];
}

/**
 * Tells whether a contact is only this browser so far, so that what it did belongs to whoever signs in: no external id, and no
 * proven address but the one that is signed now.
 */
const isNobodyElse = (contact: Contact, signedEmail: string | null): boolean =>
  contact.externalId === null &&
  (!hasProvenEmail(contact) || contact.email?.toLowerCase() === signedEmail?.toLowerCase());

/** Whoever knew the token of the anonymous browser must not speak for a known contact: it gets another one. */
async function changeToken(
  tools: Tools,
  visitor: KnownVisitor,
  contactId: ContactId,
  signedFields: readonly string[],
): Promise<string | null> {
  if (visitor.identity === "signed" && contactId === visitor.contactId) {
    await setVisitorIdentity(tools.store, visitor, "signed", signedFields);
    return null;
  }
  const token = newToken();
  await tools.store.transaction(
    async (session) =>
      await replaceVisitorToken(session, {
        workspaceId: visitor.workspaceId,
        oldHash: visitor.tokenHash,
        newHash: hashToken(token),
        from: visitor.contactId,
        contactId,
        signedFields,
        now: tools.clock.now(),
      }),
  );
  return token;
}
