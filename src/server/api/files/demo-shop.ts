import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { notFound } from "#server/commands";
import { findDemoWorkspace } from "#server/store";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance, FastifyReply } from "fastify";
import type { Doors } from "../doors.ts";
import { SHOP_POLICY } from "../security-headers.ts";

const PLACEHOLDER = "__SWITCHBOARD_KEY__";

/** Serves the demo shop under /demo while a demo workspace exists; its pages get that workspace's public key. */
export function serveDemoShop(app: FastifyInstance, doors: Doors): void {
  const root = doors.demoShopDir;
  if (!existsSync(root)) return;
  void app.register(async (scope) => {
    await scope.register(fastifyStatic, { root, serve: false, cacheControl: false });
    const serve = async (address: string, reply: FastifyReply) => {
      const workspace = await findDemoWorkspace(doors.tools.store);
      if (workspace === undefined) throw notFound("address");
      void reply.header("content-security-policy", SHOP_POLICY).header("cache-control", "no-cache");
      const page = findPage(root, address);
      if (page === undefined) return await reply.sendFile(address);
      const html = await readFile(page, "utf8");
      return await reply
        .type("text/html; charset=utf-8")
        .send(html.replaceAll(PLACEHOLDER, workspace.public_key));
    };
    // the router takes both spellings for one; the pages' relative links need the slash
    scope.get("/demo", async (request, reply) =>
      /^\/demo(\?|$)/.test(request.url) ? await reply.redirect("/demo/") : await serve("", reply),
    );
    scope.get<{ Params: { "*": string } }>("/demo/*", async (request, reply) =>
      serve(request.params["*"], reply),
    );
  });
}

/** Finds the HTML file of an address: `pricing`, `pricing.html`, `docs/` and so on. */
function findPage(root: string, address: string): string | undefined {
  if (!/^[\w/.-]*$/.test(address) || address.includes("..")) return undefined;
  const wanted = path.join(root, address);
  const candidates = [
    path.join(wanted, "index.html"),
    `${wanted.replace(/\/$/, "")}.html`,
    ...(address.endsWith(".html") ? [wanted] : []),
  ];
  return candidates.find((file) => existsSync(file));
}
