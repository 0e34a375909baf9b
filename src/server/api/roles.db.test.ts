import { randomUUID } from "node:crypto";
import { roles } from "#core/domain";
import { type TestWorkspace, aWorkspace, openDoors, testDatabase } from "#testing";
import { beforeAll, expect, test } from "vitest";
import { teamEndpoints } from "./endpoint-list.ts";
import { type Permission, isAllowed, permissions } from "./permissions.ts";

const { app, tools } = openDoors(testDatabase(import.meta.url));
let workspace: TestWorkspace;
beforeAll(async () => {
  workspace = await aWorkspace(tools);
});

const rows = Object.entries(teamEndpoints).flatMap(([name, endpoint]) =>
  roles.flatMap((role) =>
    isPermission(endpoint.access)
      ? [{ name, role, endpoint, isAllowed: isAllowed({ role }, endpoint.access) }]
      : [],
  ),
);

test.each(rows)(
  "$name by $role: allowed $isAllowed",
  async ({ endpoint, role, isAllowed: allowed }) => {
    const [method] = (["GET", "POST", "PUT", "PATCH", "DELETE"] as const).filter(
      (each) => each === endpoint.shape.method,
    );
    const answer = await app.inject({
      method: method ?? "GET",
      // ids of nothing and an empty body: whoever is allowed gets past the permission and no further
      url: `/api/v1${endpoint.shape.path.replaceAll(/:\w+/g, () => randomUUID())}`,
      headers: { authorization: `Bearer ${workspace.apiKeys[role]}` },
    });
    if (!allowed)
      expect([answer.statusCode, answer.json()]).toMatchObject([403, { code: "not_allowed" }]);
    else if (answer.statusCode === 403)
      expect(answer.json().detail).toBe("This belongs to a member; an API key is none.");
    else expect(answer.statusCode).not.toBe(401);
  },
);

test("an admin makes no owner and unmakes none", async () => {
  const asAdmin = { authorization: `Bearer ${workspace.apiKeys.admin}` };
  const made = await app.inject({
    method: "POST",
    url: "/api/v1/members",
    headers: asAdmin,
    payload: { name: "x", email: "x@example.com", role: "owner", password: "a long password" },
  });
  const unmade = await app.inject({
    method: "PATCH",
    url: `/api/v1/members/${workspace.memberIds.owner}`,
    headers: asAdmin,
    payload: { role: "agent" },
  });
  expect([made.statusCode, unmade.statusCode]).toEqual([403, 403]);
});

test("the last owner stays owner", async () => {
  const answer = await app.inject({
    method: "PATCH",
    url: `/api/v1/members/${workspace.memberIds.owner}`,
    headers: { authorization: `Bearer ${workspace.apiKeys.owner}` },
    payload: { role: "agent" },
  });
  expect([answer.statusCode, answer.json()]).toMatchObject([409, { code: "last_owner" }]);
});

function isPermission(access: string): access is Permission {
  return Object.hasOwn(permissions, access);
}
