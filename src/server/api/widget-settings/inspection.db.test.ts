import { type TestWorkspace, aWorkspace, openDoors, testDatabase } from "#testing";
import { beforeAll, expect, test } from "vitest";

const { app, tools } = openDoors(testDatabase(import.meta.url));
let workspace: TestWorkspace;
let other: TestWorkspace;
beforeAll(async () => {
  workspace = await aWorkspace(tools);
  other = await aWorkspace(tools);
});

const open = (url: string) =>
  app.inject({
    method: "POST",
    url: "/api/v1/widget-settings/inspections",
    headers: { authorization: `Bearer ${workspace.apiKeys.builder}` },
    payload: { url },
  });
const inspect = (key: string, token: string) =>
  app.inject({ url: `/widget/v1/inspection?key=${key}&token=${encodeURIComponent(token)}` });

async function aToken(): Promise<string> {
  const answer = await open("https://shop.example/cart?x=1#top");
  expect(answer.statusCode).toBe(200);
  const { link } = answer.json();
  expect(link).toMatch(/^https:\/\/shop\.example\/cart\?x=1#switchboard-inspect=\d+\.[\w-]{43}$/);
  return link.split("inspect=")[1];
}

test("a link opens the inspector of its own workspace only", async () => {
  const token = await aToken();
  expect((await inspect(workspace.publicKey, token)).json()).toEqual({ armed: [] });
  expect((await inspect(other.publicKey, token)).json().code).toBe("inspection_closed");
});

test("a token that is old, changed or made up opens nothing", async () => {
  const token = await aToken();
  const [until = "", sealed = ""] = token.split(".");
  const old = String(Date.now() - 1);
  for (const wrong of [
    `${old}.${sealed}`,
    `${Number(until) + 1}.${sealed}`,
    `${until}.${sealed.slice(1)}`,
    until,
    "",
    "NaN.x",
  ])
    expect((await inspect(workspace.publicKey, wrong)).json().code).toBe("inspection_closed");
});

test("only pages are inspected", async () => {
  for (const url of ["javascript:alert(1)", "shop.example", "ftp://shop.example/"])
    expect((await open(url)).statusCode).toBe(422);
});
