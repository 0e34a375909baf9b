import { endpoints } from "#contract";
import { deleteWidgetLogo as remove } from "#server/commands";
import { teamEndpoint } from "../endpoint.ts";

export const deleteWidgetLogo = teamEndpoint(endpoints.deleteWidgetLogo, {
  summary: "Takes the logo away; without one nothing happens.",
  permission: "widget.manage",
  handle: async ({ doors, who }) => await remove(doors.tools, who),
});
