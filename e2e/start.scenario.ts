import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "@playwright/test";
import { findFreePort, startAndFail, startServer } from "./running-server.ts";

let folder: string;
test.beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "switchboard start "));
});
test.afterEach(() => rm(folder, { recursive: true, force: true }));

test("serves the demo after the first start, keeps it at the second, and stops in order", async () => {
  const first = await startServer({ dataDir: folder });
  expect(first.demoLogin()).toEqual({
    email: expect.stringContaining("@"),
    password: expect.stringMatching(/.{8,}/),
  });
  for (const page of ["/healthz", "/readyz", "/app/", "/demo/", "/widget/widget.js"]) {
    expect([page, (await fetch(first.url + page)).status]).toEqual([page, 200]);
  }
  expect(await first.stop()).toBe(0);

  const second = await startServer({ dataDir: folder });
  expect(second.readyAfterMs).toBeLessThan(15_000); // 3 s are promised; the machine of a test run is busy
  expect(second.demoLogin()).toEqual(first.demoLogin());
  expect(await second.stop()).toBe(0);
});

test("refuses to start twice on the same data and names the holder", async () => {
  const first = await startServer({ dataDir: folder });
  const second = await startAndFail({ DATA_DIR: folder, PORT: String(await findFreePort()) });
  expect(second.code).toBe(1);
  expect(second.output).toMatch(
    /Another Switchboard already uses .*: process \d+, started at .*, at http:\/\//,
  );
  expect((await fetch(`${first.url}/readyz`)).status).toBe(200);
  await first.stop();
});

test("says that a port is taken and how to choose another", async () => {
  const port = await findFreePort();
  const other = createServer().listen(port, "127.0.0.1");
  await once(other, "listening");
  const { code, output } = await startAndFail({ DATA_DIR: folder, PORT: String(port) });
  other.close();
  expect(code).toBe(1);
  expect(output).toContain(`Port ${port} is already taken`);
  expect(output).toContain("PORT=");
  expect(output).not.toContain("    at "); // no stack
});

test("is there again within seconds after kill -9", async () => {
  const first = await startServer({ dataDir: folder });
  await first.kill();
  const second = await startServer({ dataDir: folder });
  expect(second.readyAfterMs).toBeLessThan(15_000);
  await second.stop();
});

test("has no demo and no password of ours in production", async () => {
  const server = await startServer({ dataDir: folder, environment: { NODE_ENV: "production" } });
  expect(server.output()).not.toContain("password:");
  await server.stop();
});

test("names the variables that are wrong", async () => {
  const { code, output } = await startAndFail({ DATA_DIR: folder, PORT: "many" });
  expect(code).toBe(1);
  expect(output).toContain("PORT must be a whole number");
});
