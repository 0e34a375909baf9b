import { Readable } from "node:stream";
import { notFound } from "#server/commands";
import { type AttachmentRow, type Store, readChunk } from "#server/store";
import type { FastifyReply } from "fastify";

/** Pictures that a browser only ever draws; everything else, SVG and HTML above all, is saved and never opened here. */
const DRAWN = new Set(["image/png", "image/jpeg", "image/gif", "image/webp", "image/avif"]);
/** Told as what they are even when saved: none can run anything in a browser. */
const TOLD =
  /^(image\/(?!svg)|audio\/|video\/|text\/(plain|csv|markdown)$|application\/(pdf|zip)$)/;

/** What is served is a document without scripts, forms, origin or anything to load, should a browser open it after all. */
const FILE_POLICY = "sandbox; default-src 'none'; frame-ancestors 'none'";

/** Sends a file, one chunk in memory at a time. @throws RequestError 404 for one that is not all there. */
export async function sendFile(
  store: Store,
  reply: FastifyReply,
  file: AttachmentRow | undefined,
): Promise<FastifyReply> {
  if (file?.contentType === null || file === undefined) throw notFound("file");
  const isDrawn = DRAWN.has(file.contentType);
  void reply
    .header("content-security-policy", FILE_POLICY)
    .header(
      "content-disposition",
      `${isDrawn ? "inline" : "attachment"}; ${dispositionName(file.name)}`,
    )
    .header("content-length", file.bytes)
    // what is in it never changes; who may see it can
    .header("cache-control", "private, max-age=3600")
    .type(TOLD.test(file.contentType) ? file.contentType : "application/octet-stream");
  return await reply.send(Readable.from(chunksOf(store, file), { objectMode: false }));
}

async function* chunksOf(store: Store, file: AttachmentRow): AsyncGenerator<Buffer> {
  let sent = 0;
  for (let number = 0; sent < file.bytes; number += 1) {
    // one after the other: the next is read when the reader has taken this one
    // oxlint-disable-next-line no-await-in-loop
    const chunk = await readChunk(store, file, number);
    if (chunk === undefined) throw new Error("a file has fewer bytes than it should");
    sent += chunk.length;
    yield chunk;
  }
}

/** Names a file in a header, for old readers in ASCII and for all others as it is (RFC 6266). */
function dispositionName(name: string): string {
  const ascii = name.replace(/[^\x20-\x7e]|["\\%]/g, "_");
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
