import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { seedDemo } from "#server/commands";
import { findDemoWorkspace } from "#server/store";
import { openDoors, testDatabase } from "#testing";
import { afterAll, describe, expect, test } from "vitest";

const root = await mkdtemp(path.join(tmpdir(), "switchboard-files-"));
afterAll(() => rm(root, { recursive: true }));
const write = async (file: string, text: string) => {
  await mkdir(path.dirname(path.join(root, file)), { recursive: true });
  await writeFile(path.join(root, file), text);
};
await write("secret.txt", "secret");
await write("app/index.html", "the app");
await write("app/assets/main-1a2b.js", "code");
await write("widget/widget.js", "sensor");
await write("shop/index.html", '<script src="w.js?key=__SWITCHBOARD_KEY__">');
await write("widget/pieces/trigger-page_view.js", "/* armed */");
await write("widget/pieces/trigger-scroll.js", "/* not armed */");
await write(
  "widget/pieces/index.json",
  JSON.stringify({ page_view: ["trigger-page_view"], scroll: ["trigger-scroll"] }),
);
await write("shop/pricing.html", "prices");
await write("shop/shop.js", "shop");
const { app, tools, store } = openDoors(testDatabase(import.meta.url), {
  assetsDir: root,
  demoShopDir: path.join(root, "shop"),
});

const get = async (url: string, headers: Record<string, string> = {}) =>
  await app.inject({ url, headers });

describe("the app", () => {
  test("is the page for every address but files, under a policy that allows only our scripts", async () => {
    for (const url of ["/app/", "/app/inbox", "/app/workflows/1/runs"]) {
      const answer = await get(url);
      expect([answer.statusCode, answer.body]).toEqual([200, "the app"]);
      expect(answer.headers["content-security-policy"]).toContain("script-src 'self';");
      expect(answer.headers["cache-control"]).toBe("no-cache");
    }
  });

  test("keeps files whose name tells their content for ever", async () => {
    expect((await get("/app/assets/main-1a2b.js")).headers["cache-control"]).toContain("immutable");
    expect((await get("/app/assets/gone.js")).statusCode).toBe(404);
  });
});

test("the widget's files are for every page and asked for again cheaply", async () => {
  const answer = await get("/widget/widget.js");
  expect([answer.body, answer.headers["access-control-allow-origin"]]).toEqual(["sensor", "*"]);
  expect(
    (await get("/widget/widget.js", { "if-none-match": String(answer.headers["etag"]) }))
      .statusCode,
  ).toBe(304);
  expect((await get("/widget/chat.js")).statusCode).toBe(404);
});

test("the shop is there only with the demo workspace, whose key its pages carry", async () => {
  expect((await get("/demo/")).statusCode).toBe(404);
  await seedDemo(
    tools,
    "a demo password",
    path.join(import.meta.dirname, "../../../workflow-templates"),
  );
  const workspace = await findDemoWorkspace(store);
  expect((await get("/demo/")).body).toBe(`<script src="w.js?key=${workspace?.public_key}">`);
  const others = [
    await get("/demo/pricing"),
    await get("/demo/pricing.html"),
    await get("/demo/shop.js"),
  ];
  expect(others.map((answer) => answer.body)).toEqual(["prices", "prices", "shop"]);
});

test("the module of a workspace holds its configuration and what is armed there, and nothing else", async () => {
  const workspace = await findDemoWorkspace(store);
  const url = `/widget/workspace.js?key=${workspace?.public_key}`;
  const own = await get(url);
  expect(own.body).toMatch(/^const __detectors=.*\/\* armed.*export const config=\{.*\};$/s);
  expect(own.body).not.toContain("not armed");
  expect(own.headers).toMatchObject({
    "access-control-allow-origin": "*",
    "cache-control": "public, max-age=0, must-revalidate",
    vary: expect.stringContaining("origin"),
  });
  const again = await get(url, { "if-none-match": String(own.headers["etag"]) });
  expect(again.statusCode).toBe(304);
  expect((await get("/widget/workspace.js?key=pk_guess")).statusCode).toBe(404);
  expect((await get("/widget/workspace.js")).statusCode).toBe(404);
});

test.each([
  "/demo/../secret.txt",
  "/demo/%2e%2e/secret.txt",
  "/demo/..%2fsecret.txt",
  "/demo/%00",
  "/demo/.git/config",
  "/app/../secret.txt",
  "/app/%2e%2e/secret.txt",
  "/widget/../secret.txt",
])("%s leads nowhere", async (url) => {
  const answer = await get(url);
  expect(answer.body).not.toBe("secret");
  expect([400, 404]).toContain(answer.statusCode);
});
