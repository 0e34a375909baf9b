import { endpoints } from "#contract";
import { changeWidgetSettings as change } from "#server/commands";
import { teamEndpoint } from "../endpoint.ts";
import { loadWidgetSettings } from "./load-widget-settings.ts";

export const changeWidgetSettings = teamEndpoint(endpoints.changeWidgetSettings, {
  summary: "Changes the widget's settings; fields not named stay, `texts` is replaced as a whole.",
  permission: "widget.manage",
  async handle({ doors, who, body }) {
    await change(doors.tools, who, body);
    return await loadWidgetSettings(doors, who.workspaceId);
  },
});
