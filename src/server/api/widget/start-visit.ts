import { widgetEndpoints } from "#contract";
import { startVisit as start } from "#server/commands";
import { openEndpoint } from "../endpoint.ts";
import { bearerToken } from "../requests/bearer-token.ts";
import { findVisitor } from "./authenticate-visitor.ts";

export const startVisit = openEndpoint(widgetEndpoints.startVisit, {
  summary:
    "Opens a visitor session and, for a new browser, makes its anonymous contact; the token is in this answer only.",
  isForAnyOrigin: true,
  status: 201,
  async handle({ doors, body, request }) {
    doors.limits.take("visitPerAddress", request.ip);
    const token = bearerToken(request.headers);
    const visitor = token === undefined ? undefined : await findVisitor(doors, token);
    const known = visitor !== undefined && token !== undefined ? { ...visitor, token } : null;
    const visit = await start(doors.tools, known, body);
    return {
      visitor_token: visit.visitorToken,
      contact_id: visit.contactId,
      visitor_session_id: visit.visitorSessionId,
    };
  },
});
