import type { WidgetConfigBody } from "#contract";
import { notFound, originNotAllowed } from "#server/commands";
import { findWorkspaceByKey } from "#server/store";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Doors } from "../doors.ts";
import { isAllowedPage } from "./check-page-origin.ts";

/**
 * What the widget on the page that asks is told; the same for every visitor. Notes where the widget is seen.
 *
 * @throws NotFound for a key of nobody, OriginNotAllowed for a page of a site that the workspace has not allowed.
 */
export async function configForPage(
  doors: Doors,
  key: string,
  request: Pick<FastifyRequest, "headers" | "host" | "ip">,
  reply: FastifyReply,
): Promise<WidgetConfigBody> {
  doors.limits.take("widgetPerAddress", request.ip);
  const workspace = await findWorkspaceByKey(doors.tools.store, key);
  if (workspace === undefined) throw notFound("workspace key");
  const { armed, settings, logoPath } = await doors.widgetConfigs.get(
    workspace.workspace_id,
    workspace.config_revision,
  );
  void reply.header("vary", "origin"); // also of the refusal
  const isAllowed = isAllowedPage(doors, request.headers, request.host, settings.allowed_origins);
  doors.widgetSightings.note(workspace.workspace_id, request.headers, !isAllowed);
  if (!isAllowed) throw originNotAllowed();
  return {
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
}
