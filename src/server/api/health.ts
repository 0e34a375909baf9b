import type { FastifyInstance } from "fastify";
import type { Doors } from "./doors.ts";

/** Serves /healthz (the process is up) and /readyz (it can serve: its database answers). */
export function serveHealth(app: FastifyInstance, doors: Doors): void {
  app.get(
    "/healthz",
    async (_request, reply) =>
      await reply.header("cache-control", "no-store").send({ status: "up" }),
  );
  app.get("/readyz", async (_request, reply) => {
    const isReady = await doors.databaseWatch.check();
    return await reply
      .header("cache-control", "no-store")
      .status(isReady ? 200 : 503)
      .send({ status: isReady ? "ready" : "database_unreachable" });
  });
}
