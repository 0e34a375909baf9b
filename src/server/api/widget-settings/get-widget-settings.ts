import { endpoints } from "#contract";
import { teamEndpoint } from "../endpoint.ts";
import { loadWidgetSettings } from "./load-widget-settings.ts";

export const getWidgetSettings = teamEndpoint(endpoints.getWidgetSettings, {
  summary: "Tells how the widget looks, speaks and whom it trusts.",
  permission: "widget.read",
  handle: async ({ doors, who }) => await loadWidgetSettings(doors, who.workspaceId),
});
