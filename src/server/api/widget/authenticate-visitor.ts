import { type KnownVisitor, notSignedIn } from "#server/commands";
import { hashToken } from "#server/platform";
import { findVisitorToken } from "#server/store";
import type { FastifyRequest } from "fastify";
import type { Doors } from "../doors.ts";
import { bearerToken } from "../requests/bearer-token.ts";
import { checkPageOrigin } from "./check-page-origin.ts";

/** Finds out which visitor asks, by bearer token, from a page that may. @throws RequestError 401, 403. */
export async function authenticateVisitor(
  doors: Doors,
  request: FastifyRequest,
  admitsReplaced = false,
): Promise<KnownVisitor> {
  doors.limits.take("widgetPerAddress", request.ip);
  const token = bearerToken(request.headers);
  if (token === undefined) throw notSignedIn("Send the visitor token as Authorization: Bearer …");
  const visitor = await findVisitor(doors, token, admitsReplaced);
  if (visitor === undefined) throw notSignedIn("This visitor token is not known.");
  checkPageOrigin(doors, request, visitor.settings.allowed_origins);
  doors.limits.take("widgetPerVisitor", visitor.contactId);
  return visitor;
}

/** Finds the visitor that a token speaks for; one that was replaced speaks for nobody, but for asking for its new one. */
export async function findVisitor(
  doors: Doors,
  token: string,
  admitsReplaced = false,
): Promise<KnownVisitor | undefined> {
  const tokenHash = hashToken(token);
  const row = await findVisitorToken(doors.tools.store, tokenHash);
  if (row === undefined || (row.identity === "replaced" && !admitsReplaced)) return undefined;
  return {
    workspaceId: row.workspace_id,
    contactId: row.contact_id,
    tokenHash,
    identity: row.identity,
    signedFields: row.signed_fields,
    settings: row.settings,
  };
}
