import { type TestWorkspace, aWorkspace, openDoors, testDatabase } from "#testing";
import { beforeAll, expect, test } from "vitest";

const { app, tools } = openDoors(testDatabase(import.meta.url));
let workspace: TestWorkspace;
beforeAll(async () => {
  workspace = await aWorkspace(tools);
});

const change = (payload: object) =>
  app.inject({
    method: "PATCH",
    url: `/api/v1/teams/${workspace.teamId}`,
    headers: { authorization: `Bearer ${workspace.apiKeys.owner}` },
    payload,
  });

test("a team that gets another name keeps its members, and one that gets others its name", async () => {
  const { agent, builder } = workspace.memberIds;
  expect((await change({ name: "Care" })).json()).toMatchObject({
    name: "Care",
    member_ids: [agent],
  });
  expect((await change({ member_ids: [builder] })).json()).toMatchObject({
    name: "Care",
    member_ids: [builder],
  });
});
