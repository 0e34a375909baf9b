import { endpoints } from "#contract";
import { teamEndpoint } from "../endpoint.ts";
import { presentMoment } from "../presenters/present-moment.ts";

/** How long a link to the inspector opens it. */
const OPEN_MS = 60 * 60_000;

export const openInspection = teamEndpoint(endpoints.openInspection, {
  summary: "Makes a link that opens a page of the site with the signal inspector, for an hour.",
  permission: "widget.read",
  async handle({ doors, who, body }) {
    const until = doors.tools.clock.now().getTime() + OPEN_MS;
    const token = `${until}.${doors.inspectionToken(who.workspaceId, until)}`;
    const url = new URL(body.url);
    url.hash = `switchboard-inspect=${token}`;
    return { link: url.href, expires_at: presentMoment(new Date(until).toISOString()) };
  },
});
