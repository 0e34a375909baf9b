import { endpoints } from "#contract";
import { listWidgetSightings as list } from "#server/store";
import { teamEndpoint } from "../endpoint.ts";
import { presentMoment } from "../presenters/present-moment.ts";

export const listWidgetSightings = teamEndpoint(endpoints.listWidgetSightings, {
  summary: "Lists the sites where the widget was seen, last seen first, and where it was refused.",
  permission: "widget.read",
  async handle({ doors, who }) {
    const rows = await list(doors.tools.store, who.workspaceId);
    return {
      items: rows.map(({ origin, first_seen_at, last_seen_at, was_refused }) => ({
        origin,
        first_seen_at: presentMoment(first_seen_at),
        last_seen_at: presentMoment(last_seen_at),
        was_refused,
      })),
    };
  },
});
