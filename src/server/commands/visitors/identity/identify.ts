import {
  type Contact,
  type ContactId,
  type WorkspaceId,
  toContactId,
  toVisitorSessionId,
} from "#core/domain";
import { hashToken, newToken, newUuid } from "#server/platform";
import {
  type VisitorIdentity,
  claimExternalId,
  deleteVisitorToken,
  findContact,
  findNamedContact,
  findProvenContact,
  insertVisitorToken,
  mergeContact,
  moveVisitorSession,
  setVisitorIdentity,
} from "#server/store";
import { acceptAndWait } from "../../accept-and-wait.ts";
import type { Tools } from "../../tools.ts";
import { ownVisitorSession } from "../own-visitor-session.ts";
import type { KnownVisitor } from "../visitor.ts";
import { identityRequired } from "./may-act.ts";
import { type PageFields, keepUnsigned, namesOfFields } from "./page-fields.ts";
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
  readonly identity: "claimed" | "signed";
  readonly signedFields: readonly string[];
  readonly ignoredFields: readonly string[];
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
    if (mode === "required") throw identityRequired();
  } catch (error) {
    // whoever claims to be somebody and cannot show it does not write as an anonymous visitor either
    if (mode === "required" && visitor.identity !== "signed")
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
  if (visitor.identity !== "signed") await setVisitorIdentity(tools.store, visitor, "claimed", []);
  return {
    newToken: null,
    contactId,
    identity: visitor.identity === "signed" ? "signed" : "claimed",
    signedFields: visitor.signedFields,
    ignoredFields: ignored,
  };
}

async function identifySigned(
  tools: Tools,
  visitor: KnownVisitor,
  given: GivenIdentity,
  { externalId, fields: signed }: SignedIdentity,
): Promise<Identified> {
  const { workspaceId } = visitor;
  const { store } = tools;
  const own = await findContact(store, workspaceId, visitor.contactId);
  const isMovable = own !== undefined && isNobodyElse(own, signed.email ?? null);
  const contactId = await chooseContact(tools, workspaceId, externalId, {
    email: signed.email ?? null,
    fallback: isMovable ? own.id : toContactId(newUuid()),
  });
  const signedFields = namesOfFields(signed);
  const known = await findContact(store, workspaceId, contactId);
  const { kept, ignored } = keepUnsigned(given.fields, signedFields, known);
  const accepted = {
    workspaceId,
    contactId,
    door: "widget",
    createsContact: known === undefined,
  };
  const id = given.id.toLowerCase();
  if (namesOfFields(kept).length > 0)
    await acceptAndWait(tools, {
      ...accepted,
      sourceKey: `identify ${contactId} ${id} page`,
      body: { type: "contact_updated", fields: kept, verification: "claimed", byMemberId: null },
    });
  await acceptAndWait(tools, {
    ...accepted,
    sourceKey: `identify ${contactId} ${id}`,
    body: {
      type: "contact_updated",
      fields: signed,
      externalId,
      verification: "signed",
      byMemberId: null,
    },
  });
  if (contactId !== visitor.contactId) {
    const move = { workspaceId, from: visitor.contactId, into: contactId };
    if (isMovable) await mergeContact(store, move);
    else
      await moveVisitorSession(
        store,
        move,
        toVisitorSessionId(given.visitor_session_id.toLowerCase()),
      );
  }
  return {
    newToken: await changeToken(tools, visitor, contactId, signedFields),
    contactId,
    identity: "signed",
    signedFields,
    ignoredFields: ignored,
  };
}

/**
 * Tells whether a contact is only this browser so far, so that what it did belongs to whoever signs in: no external id, and no
 * proven address but the one that is signed now.
 */
const isNobodyElse = (
  { externalId, email, emailVerification }: Contact,
  signedEmail: string | null,
): boolean =>
  externalId === null &&
  (emailVerification === "none" ||
    emailVerification === "claimed" ||
    email?.toLowerCase() === signedEmail?.toLowerCase());

/** Finds whose external id it is: asked in a table of its own, so that two browsers that bring a new one at once get the same contact. */
async function chooseContact(
  tools: Tools,
  workspaceId: WorkspaceId,
  externalId: string,
  { email, fallback }: { readonly email: string | null; readonly fallback: ContactId },
): Promise<ContactId> {
  const { store } = tools;
  const known =
    (await findNamedContact(store, workspaceId, "external_id", externalId)) ??
    (email === null ? undefined : await findProvenContact(store, workspaceId, email));
  return await claimExternalId(store, {
    workspaceId,
    externalId,
    contactId: known ?? fallback,
    now: tools.clock.now(),
  });
}

/** Whoever knew the token of the anonymous browser must not speak for a known contact: it gets another one. */
async function changeToken(
  tools: Tools,
  visitor: KnownVisitor,
  contactId: ContactId,
  signedFields: readonly string[],
): Promise<string | null> {
  const identity: VisitorIdentity = "signed";
  if (visitor.identity === "signed" && contactId === visitor.contactId) {
    await setVisitorIdentity(tools.store, visitor, identity, signedFields);
    return null;
  }
  const token = newToken();
  await tools.store.transaction(async (session) => {
    await deleteVisitorToken(session, visitor);
    await insertVisitorToken(session, {
      workspaceId: visitor.workspaceId,
      contactId,
      tokenHash: hashToken(token),
      createdAt: tools.clock.now(),
      identity,
      signedFields,
    });
  });
  return token;
}
