import { toWorkspaceId } from "#core/domain";
import { notFound } from "#server/commands";
import { findLogoContent } from "#server/store";
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import type { Doors } from "../doors.ts";

const paramsSchema = z.object({
  workspace_id: z.uuid().toLowerCase(),
  widget_logo_id: z.uuid().toLowerCase(),
});

/** Serves logos to pages of any origin, to be kept for ever. */
export function serveLogos(app: FastifyInstance, doors: Doors): void {
  app.get("/widget/logos/:workspace_id/:widget_logo_id", async (request, reply) => {
    doors.limits.take("widgetPerAddress", request.ip);
    const params = paramsSchema.safeParse(request.params);
    if (!params.success) throw notFound("logo");
    const logo = await findLogoContent(
      doors.tools.store,
      toWorkspaceId(params.data.workspace_id),
      params.data.widget_logo_id,
    );
    if (logo === undefined) throw notFound("logo");
    return await reply
      .header("cache-control", "public, max-age=31536000, immutable")
      .type(logo.media_type)
      .send(logo.content);
  });
}
