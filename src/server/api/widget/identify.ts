import { widgetEndpoints } from "#contract";
import { identify as take } from "#server/commands";
import { announceVisitor } from "./announce-visitor.ts";
import { visitorEndpoint } from "../endpoint.ts";
import { bearerToken } from "../requests/bearer-token.ts";

export const identify = visitorEndpoint(widgetEndpoints.identify, {
  summary:
    "Says who the visitor is: signed by the site's server, or as a claim. Signed, the browser gets another token and speaks for that contact.",
  admits: "replaced", // whose answer got lost
  async handle({ doors, who, body, request }) {
    doors.limits.take("identifyPerVisitor", who.contactId);
    const identified = await take(doors.tools, who, body);
    if (identified.newToken !== null) {
      announceVisitor(doors, who.workspaceId, who.contactId);
      announceVisitor(
        doors,
        who.workspaceId,
        identified.contactId,
        identified.movedConversationIds,
      );
    }
    return {
      visitor_token: identified.newToken ?? bearerToken(request.headers) ?? "",
      contact_id: identified.contactId,
      identity: identified.identity,
      signed_fields: [...identified.signedFields],
      ignored_fields: [...identified.ignoredFields],
    };
  },
});
