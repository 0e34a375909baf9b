import { readFile } from "node:fs/promises";
import path from "node:path";
import { createHash } from "node:crypto";
import { notFound } from "#server/commands";
import { findWorkspaceByKey } from "#server/store";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Doors } from "../doors.ts";
import { createWidgetAssembler } from "./assemble-widget.ts";

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

/**
 * Serves the widget's files to pages of any origin; asked again after five minutes, answered with 304. `widget.js?key=…` senses what that
 * workspace has armed only, so that its pages load nothing else.
 */
export function serveWidgetFiles(app: FastifyInstance, doors: Doors): void {
  const folder = path.join(doors.assetsDir, "widget");
  const assembler = createWidgetAssembler(path.join(folder, "pieces"));

  async function assembleFor(key: string): Promise<Buffer | undefined> {
    const workspace = await findWorkspaceByKey(doors.tools.store, key);
    if (workspace === undefined) return undefined;
    const { workspace_id, config_revision } = workspace;
    const { armed } = await doors.widgetConfigs.get(workspace_id, config_revision);
    return await assembler.assemble(armed.map(({ trigger_type }) => trigger_type));
  }

  for (const name of NAMES) {
    const load = loadOnce(path.join(folder, name));
    app.get<{ Querystring: { key?: unknown } }>(`/widget/${name}`, async (request, reply) => {
      const { key } = request.query;
      const isOwn = name === "widget.js" && typeof key === "string" && key.length <= 64;
      if (isOwn) doors.limits.take("widgetPerAddress", request.ip);
      // A key that is wrong, or a database that is away, still gets a widget: it says why it does nothing.
      const own = isOwn ? await assembleFor(key).catch(() => undefined) : undefined;
      const content = own ?? (await load());
      if (content === undefined) throw notFound("file");
      return await send(request, reply, content);
    });
  }
}

async function send(request: FastifyRequest, reply: FastifyReply, content: Buffer) {
  const etag = `"${createHash("sha256").update(content).digest("base64url").slice(0, 22)}"`;
  void reply
    .header("cache-control", "public, max-age=300")
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
