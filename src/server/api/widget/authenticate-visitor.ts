import { type Visitor, notSignedIn } from "#server/commands";
import { hashToken } from "#server/platform";
import { findVisitorToken } from "#server/store";
import type { FastifyRequest } from "fastify";
import type { Doors } from "../doors.ts";
import { bearerToken } from "../requests/bearer-token.ts";

/** Finds out which visitor asks, by bearer token. @throws RequestError 401. */
export async function authenticateVisitor(
  doors: Doors,
  request: FastifyRequest,
): Promise<Visitor & { readonly token: string }> {
  doors.limits.take("widgetPerAddress", request.ip);
  const token = bearerToken(request.headers);
  if (token === undefined) throw notSignedIn("Send the visitor token as Authorization: Bearer …");
  const visitor = await findVisitor(doors, token);
  if (visitor === undefined) throw notSignedIn("This visitor token is not known.");
  doors.limits.take("widgetPerVisitor", visitor.contactId);
  return { ...visitor, token };
}

/** Finds the visitor that a token speaks for. */
export async function findVisitor(doors: Doors, token: string): Promise<Visitor | undefined> {
  const row = await findVisitorToken(doors.tools.store, hashToken(token));
  return row && { workspaceId: row.workspace_id, contactId: row.contact_id };
}
