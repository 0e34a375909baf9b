import { existsSync } from "node:fs";
import path from "node:path";
import { notFound } from "#server/commands";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";
import type { Doors } from "../doors.ts";
import { answerError } from "../errors.ts";
import { APP_POLICY } from "../security-headers.ts";

/** Serves the team's side from build/app under /app: files by name, every other address is the page itself. */
export function serveAppFiles(app: FastifyInstance, doors: Doors): void {
  const root = path.join(doors.assetsDir, "app");
  app.get("/", async (_request, reply) => await reply.redirect("/app/"));
  if (!existsSync(path.join(root, "index.html"))) {
    app.get(
      "/app/*",
      async (_request, reply) =>
        await reply
          .type("text/plain; charset=utf-8")
          .send("The app has not been built: npm run build\n"),
    );
    return;
  }
  void app.register(
    async (scope) => {
      await scope.register(fastifyStatic, {
        root,
        prefix: "/",
        redirect: false,
        cacheControl: false,
        setHeaders(reply, file) {
          void reply.header("content-security-policy", APP_POLICY);
          // built files carry their hash in their name, the page does not
          const isHashed = file.includes(`${path.sep}assets${path.sep}`);
          void reply.header(
            "cache-control",
            isHashed ? "public, max-age=31536000, immutable" : "no-cache",
          );
        },
      });
      scope.setNotFoundHandler(async (request, reply) => {
        const isPage = request.method === "GET" && !request.url.startsWith("/app/assets/");
        if (isPage) return await reply.status(200).sendFile("index.html");
        answerError(doors, notFound("file"), request, reply);
        return reply;
      });
    },
    { prefix: "/app" },
  );
}
