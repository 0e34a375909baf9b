import { changeWidgetSettings } from "#server/commands";
import { type TestWorkspace, aWorkspace, openDoors, testDatabase } from "#testing";
import { beforeAll, expect, test, vi } from "vitest";

const { app, tools } = openDoors(testDatabase(import.meta.url));
let workspace: TestWorkspace;
let other: TestWorkspace;
beforeAll(async () => {
  workspace = await aWorkspace(tools);
  other = await aWorkspace(tools);
  await changeWidgetSettings(tools, workspace.owner, {
    allowed_origins: ["https://shop.example"],
  });
});

const askFrom = (headers: Record<string, string>) =>
  app.inject({ url: `/widget/v1/config?key=${workspace.publicKey}`, headers });
async function sightings({ apiKeys }: TestWorkspace = workspace) {
  const answer = await app.inject({
    url: "/api/v1/widget-settings/sightings",
    headers: { authorization: `Bearer ${apiKeys.agent}` },
  });
  expect(answer.statusCode).toBe(200);
  return answer
    .json()
    .items.map((item: { origin: string; was_refused: boolean }) => [item.origin, item.was_refused])
    .toSorted();
}

test("tells where the widget was seen, and where it was turned away", async () => {
  expect(await sightings()).toEqual([]);
  await askFrom({ origin: "https://shop.example" });
  await askFrom({ origin: "https://shop.example" });
  expect((await askFrom({ origin: "https://thief.example" })).statusCode).toBe(403);
  await askFrom({ referer: "http://localhost:3000/demo/cart?mail=ada@example.com" });
  await askFrom({ origin: "null" });
  await askFrom({ origin: "file://x" });
  await askFrom({});
  await vi.waitUntil(async () => (await sightings()).length === 3);
  expect(await sightings()).toEqual([
    ["http://localhost:3000", false],
    ["https://shop.example", false],
    ["https://thief.example", true],
  ]);
  expect(await sightings(other)).toEqual([]);
});

test("keeps the fifty sites seen last", async () => {
  for (let index = 0; index < 55; index += 1)
    await askFrom({ origin: `https://flood-${index}.example` });
  await vi.waitUntil(async () =>
    (await sightings()).some(([origin]: [string]) => origin === "https://flood-54.example"),
  );
  await vi.waitUntil(async () => (await sightings()).length === 50);
});
