import { openDoors, testDatabase } from "#testing";
import { expect, test } from "vitest";

const { app } = openDoors(testDatabase(import.meta.url));
const setUp = (email: string, password = "a long password") =>
  app.inject({
    method: "POST",
    url: "/api/v1/setup",
    payload: {
      workspace_name: "Café Süd",
      name: "Ada",
      email,
      password,
      timezone: "Europe/Berlin",
    },
  });

test("the first owner is made once, also when two people try at the same moment", async () => {
  expect((await app.inject({ url: "/api/v1/setup" })).json()).toEqual({ is_needed: true });
  expect((await setUp("ada@example.com", "short")).json().errors[0]).toEqual({
    path: "body.password",
    message: "use at least 12 characters",
  });
  const answers = await Promise.all([setUp("ada@example.com"), setUp("eve@example.com")]);
  expect(answers.map((answer) => answer.statusCode).toSorted((one, other) => one - other)).toEqual([
    201, 409,
  ]);
  const made = answers.find((answer) => answer.statusCode === 201);
  expect(made?.json()).toMatchObject({
    member: { role: "owner" },
    workspace: { slug: "cafe-sud", is_demo: false, timezone: "Europe/Berlin" },
  });
  expect((await app.inject({ url: "/api/v1/setup" })).json()).toEqual({ is_needed: false });
  const cookie = String(made?.headers["set-cookie"]).split(";")[0] ?? "";
  expect((await app.inject({ url: "/api/v1/me", headers: { cookie } })).statusCode).toBe(200);
});
