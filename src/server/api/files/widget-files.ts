import { readFile } from "node:fs/promises";
import path from "node:path";
import { createHash } from "node:crypto";
import { widgetConfigQuerySchema } from "#contract";
import { notFound } from "#server/commands";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Doors } from "../doors.ts";
import { configForPage } from "../widget/config-for-page.ts";
import { createWidgetAssembler } from "./assemble-widget.ts";
import { isPreviewKey, PREVIEWED } from "./widget-preview.ts";

const NAMES = [
  "widget.js",
  "transport.js",
  "shop.js",
  "chat.js",
  "texts-de.js",
  "texts-fr.js",
  "texts-es.js",
  "inspector.js",
  "preview.js",
] as const;

/** What every page asks for again, answered with 304: a publish arms the next page. */
const WORKSPACE_MAX_AGE_S = 0;
const FILE_MAX_AGE_S = 300;

/**
 * Serves the widget's files to pages of any origin; asked again after five minutes, answered with 304. `workspace.js?key=…` is put together:
 * the configuration of that workspace, and the detectors of what it has armed only, so that its pages load no others.
 */
export function serveWidgetFiles(app: FastifyInstance, doors: Doors): void {
  const folder = path.join(doors.assetsDir, "widget");
  const assembler = createWidgetAssembler(path.join(folder, "pieces"));

  for (const name of NAMES) {
    const load = loadOnce(path.join(folder, name));
    app.get(`/widget/${name}`, async (request, reply) => {
      const content = await load();
      if (content === undefined) throw notFound("file");
      return await send(request, reply, content, FILE_MAX_AGE_S);
    });
  }
  app.get<{ Querystring: { key?: unknown } }>("/widget/workspace.js", async (request, reply) => {
    if (isPreviewKey(request.query.key)) return await send(request, reply, PREVIEWED, 0);
    const { success, data } = widgetConfigQuerySchema.safeParse({ key: request.query.key });
    if (!success) throw notFound("workspace key");
    const config = await configForPage(doors, data.key, request, reply);
    const content = Buffer.from(await assembler.assemble(config));
    return await send(request, reply, content, WORKSPACE_MAX_AGE_S);
  });
}

async function send(
  request: FastifyRequest,
  reply: FastifyReply,
  content: Buffer,
  maxAgeS: number,
) {
  const etag = `"${createHash("sha256").update(content).digest("base64url").slice(0, 22)}"`;
  void reply
    .header(
      "cache-control",
      `public, max-age=${maxAgeS}${maxAgeS === 0 ? ", must-revalidate" : ""}`,
    )
    .header("etag", etag)
    .type("text/javascript; charset=utf-8");
  return request.headers["if-none-match"] === etag
    ? await reply.status(304).send()
    : await reply.send(content);
}

function loadOnce(file: string): () => Promise<Buffer | undefined> {
  let loaded: Buffer | undefined;
  return async () => (loaded ??= await readFile(file).catch(() => undefined)); // not built yet
}
