import { uploadEndpoint } from "#contract";
import type { FastifyInstance } from "fastify";

const REQUEST_MS = 30_000; // a body that drips in slower is dropped
/** 10 MB over a slow mobile network; without a byte for a while it ends sooner. */
export const LONGEST_UPLOAD_MS = 600_000;

const isUpload = (url: string): boolean =>
  new RegExp(`^/(api|widget)/v1${uploadEndpoint.path}(\\?|$)`).test(url);

/** Drops requests whose head or body drips in too slowly; files have their own patience. */
export function boundBodies(app: FastifyInstance, longestMs = REQUEST_MS): void {
  app.server.headersTimeout = longestMs;
  const timers = new WeakMap<object, NodeJS.Timeout>();
  app.addHook("onRequest", async (request) => {
    if (isUpload(request.url)) return;
    timers.set(
      request,
      setTimeout(() => request.raw.destroy(), longestMs),
    );
  });
  // the body is parsed by now; refused ones skip it
  app.addHook("preValidation", async (request) => clearTimeout(timers.get(request)));
  app.addHook("onError", async (request) => clearTimeout(timers.get(request)));
  app.addHook("onResponse", async (request) => clearTimeout(timers.get(request)));
  app.addHook("onRequestAbort", async (request) => clearTimeout(timers.get(request)));
}
