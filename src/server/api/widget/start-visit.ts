import { widgetEndpoints } from "#contract";
import { notFound, startVisit as start } from "#server/commands";
import { findWorkspaceByKey } from "#server/store";
import { openEndpoint } from "../endpoint.ts";
import { bearerToken } from "../requests/bearer-token.ts";
import { checkPageOrigin } from "./check-page-origin.ts";
import { findVisitor } from "./authenticate-visitor.ts";

export const startVisit = openEndpoint(widgetEndpoints.startVisit, {
  summary:
    "Opens a visitor session and, for a new browser, makes its anonymous contact; the token is in this answer only.",
  isForAnyOrigin: true,
  status: 201,
  async handle({ doors, body, request }) {
    doors.limits.take("visitPerAddress", request.ip);
    const workspace = await findWorkspaceByKey(doors.tools.store, body.key);
    if (workspace === undefined) throw notFound("workspace key");
    const { settings } = await doors.widgetConfigs.get(
      workspace.workspace_id,
      workspace.config_revision,
    );
    checkPageOrigin(doors, request, settings.allowed_origins);
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
