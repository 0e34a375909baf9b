import { notFound } from "#server/commands";
import Fastify, { type FastifyInstance } from "fastify";
import type { Doors } from "./doors.ts";
import { serveAttachments } from "./attachments/serve-attachments.ts";
import type { ServedEndpoint } from "./endpoint.ts";
import { teamEndpoints, visitorEndpoints } from "./endpoint-list.ts";
import { answerError } from "./errors.ts";
import { serveAppFiles } from "./files/app-files.ts";
import { serveDemoShop } from "./files/demo-shop.ts";
import { serveWidgetFiles } from "./files/widget-files.ts";
import { serveWidgetPreview } from "./files/widget-preview.ts";
import { serveHealth } from "./health.ts";
import { serveReference } from "./reference/serve-reference.ts";
import { boundBodies, LONGEST_UPLOAD_MS } from "./requests/bound-bodies.ts";
import { parseJsonBody } from "./requests/json-body.ts";
import { serveLogos } from "./widget/serve-logos.ts";
import { serveWebhooks } from "./webhooks/serve-webhooks.ts";
import { isWidgetAddress, setSecurityHeaders, setWidgetCors } from "./security-headers.ts";

/** Builds the HTTP side: every endpoint, page and file; sockets are attached to its server by `attachSockets`. */
export function buildApp(doors: Doors): FastifyInstance {
  const app = Fastify({
    trustProxy: doors.trustedProxies.length === 0 ? false : [...doors.trustedProxies],
    bodyLimit: 64 * 1024,
    requestTimeout: LONGEST_UPLOAD_MS, // everything but a file has to be here much sooner
    connectionTimeout: 0, // sockets and slow networks; requestTimeout bounds requests
    forceCloseConnections: "idle",
    genReqId: (() => {
      let count = 0;
      return () => `req-${(count += 1).toString(36)}`;
    })(),
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 200 },
  });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("application/json", { parseAs: "string" }, (_request, text, done) => {
    try {
      done(null, parseJsonBody(String(text)));
    } catch (error) {
      done(error instanceof Error ? error : new Error(String(error)));
    }
  });
  boundBodies(app);
  app.setErrorHandler((error, request, reply) => answerError(doors, error, request, reply));
  app.setNotFoundHandler((request, reply) =>
    answerError(doors, notFound("address"), request, reply),
  );
  app.addHook("onRequest", async (request, reply) => {
    if (isWidgetAddress(request.url)) setWidgetCors(reply);
    if (request.url.startsWith("/api/")) void reply.header("cache-control", "no-store");
  });
  app.addHook("onSend", async (request, reply) => setSecurityHeaders(doors, request, reply));
  app.options("/widget/*", async (_request, reply) => await reply.status(204).send());
  for (const endpoint of Object.values(teamEndpoints)) mount(app, doors, "/api/v1", endpoint);
  for (const endpoint of Object.values(visitorEndpoints)) mount(app, doors, "/widget/v1", endpoint);
  serveAttachments(app, doors);
  serveWebhooks(app, doors);
  serveHealth(app, doors);
  serveReference(app);
  serveAppFiles(app, doors);
  serveWidgetFiles(app, doors);
  serveWidgetPreview(app);
  serveLogos(app, doors);
  serveDemoShop(app, doors);
  return app;
}

function mount(app: FastifyInstance, doors: Doors, prefix: string, endpoint: ServedEndpoint): void {
  app.route({
    method: endpoint.shape.method,
    url: `${prefix}${endpoint.shape.path}`,
    bodyLimit: endpoint.bodyLimit,
    handler: async (request, reply) => {
      await endpoint.serve(doors, request, reply);
      return reply;
    },
  });
}
