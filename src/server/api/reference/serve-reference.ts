import type { FastifyInstance } from "fastify";
import { describeApi } from "./openapi.ts";
import { renderReference } from "./reference-page.ts";

const PAGE_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'";

/** Serves the OpenAPI document and a page to read it by. Both are made on first demand. */
export function serveReference(app: FastifyInstance): void {
  let document: string | undefined;
  let page: string | undefined;
  app.get("/api/v1/openapi.json", async (_request, reply) => {
    document ??= JSON.stringify(describeApi());
    return await reply
      .header("cache-control", "no-cache")
      .type("application/json; charset=utf-8")
      .send(document);
  });
  app.get("/api/v1/reference", async (_request, reply) => {
    page ??= renderReference();
    return await reply
      .header("cache-control", "no-cache")
      .header("content-security-policy", PAGE_POLICY)
      .type("text/html; charset=utf-8")
      .send(page);
  });
}
