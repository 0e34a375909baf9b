import { endpoints } from "#contract";
import { setWidgetLogo as set } from "#server/commands";
import { teamEndpoint } from "../endpoint.ts";
import { loadWidgetSettings } from "./load-widget-settings.ts";

export const setWidgetLogo = teamEndpoint(endpoints.setWidgetLogo, {
  summary: "Takes a PNG or JPEG of at most 100 kB as the widget's logo.",
  permission: "widget.manage",
  bodyLimit: 160 * 1024,
  async handle({ doors, who, body }) {
    await set(doors.tools, who, body.data);
    return await loadWidgetSettings(doors, who.workspaceId);
  },
});
