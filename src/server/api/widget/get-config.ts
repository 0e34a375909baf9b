import { createHash } from "node:crypto";
import { widgetEndpoints } from "#contract";
import { notFound, originNotAllowed } from "#server/commands";
import { findWorkspaceByKey } from "#server/store";
import { OtherAnswer, openEndpoint } from "../endpoint.ts";
import { isAllowedPage } from "./check-page-origin.ts";

export const getConfig = openEndpoint(widgetEndpoints.getConfig, {
  summary: "Tells the widget what to watch for and how to look; the same for every visitor.",
  isForAnyOrigin: true,
  async handle({ doors, query, request, reply }) {
    doors.limits.take("widgetPerAddress", request.ip);
    const workspace = await findWorkspaceByKey(doors.tools.store, query.key);
    if (workspace === undefined) throw notFound("workspace key");
    const { armed, settings, logoPath } = await doors.widgetConfigs.get(
      workspace.workspace_id,
      workspace.config_revision,
    );
    void reply.header("vary", "origin"); // also of the refusal
    const isAllowed = isAllowedPage(doors, request.headers, request.host, settings.allowed_origins);
    doors.widgetSightings.note(workspace.workspace_id, request.headers, !isAllowed);
    if (!isAllowed) throw originNotAllowed();
    const body = {
      workspace_name: workspace.name,
      language: workspace.language,
      armed: armed.map(({ trigger_type, config }) => ({ trigger_type, config })),
      theme: { ...settings.theme, logo_path: logoPath },
      texts: settings.texts,
      language_choice: settings.language,
      privacy: settings.privacy,
      identity: settings.identity,
      attachments: settings.attachments,
    };
    const etag = `"${createHash("sha256").update(JSON.stringify(body)).digest("base64url").slice(0, 22)}"`;
    // asked again on every page, answered with 304: a publish arms the next page
    void reply.header("cache-control", "public, max-age=0, must-revalidate").header("etag", etag);
    return request.headers["if-none-match"] === etag ? new OtherAnswer(304) : body;
  },
});
