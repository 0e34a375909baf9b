import { readFile } from "node:fs/promises";
import path from "node:path";
import { createHash } from "node:crypto";
import { notFound } from "#server/commands";
import type { FastifyInstance } from "fastify";
import type { Doors } from "../doors.ts";

const NAMES = [
  "widget.js",
  "transport.js",
  "shop.js",
  "chat.js",
  "texts-de.js",
  "texts-fr.js",
  "texts-es.js",
  "preview.js",
] as const;

/** Serves the widget's files to pages of any origin; asked again after five minutes, answered with 304. */
export function serveWidgetFiles(app: FastifyInstance, doors: Doors): void {
  for (const name of NAMES) {
    const load = loadOnce(path.join(doors.assetsDir, "widget", name));
    app.get(`/widget/${name}`, async (request, reply) => {
      const file = await load();
      if (file === undefined) throw notFound("file");
      void reply
        .header("cache-control", "public, max-age=300")
        .header("etag", file.etag)
        .type("text/javascript; charset=utf-8");
      if (request.headers["if-none-match"] === file.etag) return await reply.status(304).send();
      return await reply.send(file.content);
    });
  }
}

function loadOnce(
  file: string,
): () => Promise<{ readonly content: Buffer; readonly etag: string } | undefined> {
  let loaded: { content: Buffer; etag: string } | undefined;
  return async () => {
    if (loaded !== undefined) return loaded;
    const content = await readFile(file).catch(() => undefined); // not built yet
    if (content !== undefined)
      loaded = {
        content,
        etag: `"${createHash("sha256").update(content).digest("base64url").slice(0, 22)}"`,
      };
    return loaded;
  };
}
