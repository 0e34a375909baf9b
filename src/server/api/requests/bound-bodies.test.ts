import { once } from "node:events";
import { request } from "node:http";
import Fastify from "fastify";
import { expect, test } from "vitest";
import { boundBodies } from "./bound-bodies.ts";

test("cuts a request whose body never ends, and waits for a file", async () => {
  const app = Fastify();
  boundBodies(app, 20);
  app.addContentTypeParser("application/octet-stream", (_request, content, done) =>
    done(null, content),
  );
  app.post("/widget/v1/messages", async () => "done");
  app.post("/widget/v1/attachments", async ({ raw }) => {
    for await (const _ of raw); // to its end
    return "done";
  });
  const address = await app.listen({ port: 0, host: "127.0.0.1" });
  const begin = (path: string, type: string) =>
    request(address + path, {
      method: "POST",
      agent: false,
      headers: { "content-type": type, "content-length": 2 },
    });

  const file = begin("/widget/v1/attachments?id=1", "application/octet-stream");
  file.write("{");
  const dripping = begin("/widget/v1/messages", "application/json");
  dripping.write("{");
  await expect(once(dripping, "response")).rejects.toThrow();
  file.end("}");
  const [answer] = await once(file, "response");
  answer.resume();
  expect(answer.statusCode).toBe(200);
  await app.close();
});
