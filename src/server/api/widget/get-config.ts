import { createHash } from "node:crypto";
import { widgetEndpoints } from "#contract";
import { notFound } from "#server/commands";
import { findWorkspaceByKey } from "#server/store";
import { OtherAnswer, openEndpoint } from "../endpoint.ts";

export const getConfig = openEndpoint(widgetEndpoints.getConfig, {
  summary: "Tells the sensor what to watch for; the same for every visitor.",
  isForAnyOrigin: true,
  async handle({ doors, query, request, reply }) {
    doors.limits.take("widgetPerAddress", request.ip);
    const workspace = await findWorkspaceByKey(doors.tools.store, query.key);
    if (workspace === undefined) throw notFound("workspace key");
    const body = {
      workspace_name: workspace.name,
      language: workspace.language,
      armed: await doors.armedTriggers.get(workspace.workspace_id, workspace.config_revision),
    };
    const etag = `"${createHash("sha256").update(JSON.stringify(body)).digest("base64url").slice(0, 22)}"`;
    // asked again on every page, answered with 304: a publish arms the next page
    void reply.header("cache-control", "public, max-age=0, must-revalidate").header("etag", etag);
    return request.headers["if-none-match"] === etag ? new OtherAnswer(304) : body;
  },
});
