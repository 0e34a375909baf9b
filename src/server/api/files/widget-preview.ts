import type { FastifyInstance } from "fastify";

/** The preview may stand in our own settings only, and talks to nobody. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
].join("; ");

const PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <meta name="robots" content="noindex" />
    <title>Preview</title>
  </head>
  <body>
    <script src="/widget/preview.js"></script>
  </body>
</html>
`;

/** The preview counts its keys on, since a browser brings a module of one address once. */
export const isPreviewKey = (key: unknown): boolean =>
  typeof key === "string" && /^preview-\d+$/.test(key);

/** The module of a workspace that is only looked at: the settings as the page holds them, and nothing that senses. */
export const PREVIEWED = Buffer.from(
  "export const config = window.switchboardPreviewed;\nexport const detectors = [];\nexport const sources = {};\n",
);

/** Serves the page on which the widget's settings show the widget. */
export function serveWidgetPreview(app: FastifyInstance): void {
  app.get("/widget/preview", async (_request, reply) =>
    reply
      .header("content-security-policy", POLICY)
      .header("cache-control", "no-cache")
      .type("text/html; charset=utf-8")
      .send(PAGE),
  );
}
