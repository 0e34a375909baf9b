import { createHash } from "node:crypto";
import { widgetEndpoints } from "#contract";
import { OtherAnswer, openEndpoint } from "../endpoint.ts";
import { configForPage } from "./config-for-page.ts";

export const getConfig = openEndpoint(widgetEndpoints.getConfig, {
  summary: "Tells the widget what to watch for and how to look; the same for every visitor.",
  isForAnyOrigin: true,
  async handle({ doors, query, request, reply }) {
    const body = await configForPage(doors, query.key, request, reply);
    const etag = `"${createHash("sha256").update(JSON.stringify(body)).digest("base64url").slice(0, 22)}"`;
    // asked again on every page, answered with 304: a publish arms the next page
    void reply.header("cache-control", "public, max-age=0, must-revalidate").header("etag", etag);
    return request.headers["if-none-match"] === etag ? new OtherAnswer(304) : body;
  },
});
