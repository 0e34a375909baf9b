import { widgetEndpoints } from "#contract";
import { reportDetections as report } from "#server/commands";
import { visitorEndpoint } from "../endpoint.ts";

export const reportDetections = visitorEndpoint(widgetEndpoints.reportDetections, {
  summary: "Reports that triggers fired in the page; each id counts once.",
  handle: async ({ doors, who, body }) => await report(doors.tools, who, body.detections),
});
