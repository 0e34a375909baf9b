import { createLogger, readConfig } from "#server/platform";
import { aWorkspace, openDoors, testDatabase } from "#testing";
import { expect, test } from "vitest";
import { runCommandLine } from "./run-command-line.ts";

const database = testDatabase(import.meta.url);
const { app, tools } = openDoors(database);

async function* noInput(): AsyncIterable<string> {}

async function run(...words: string[]): Promise<string> {
  const lines: string[] = [];
  await runCommandLine(words, {
    config: { ...readConfig({}), databaseUrl: database.connectionString },
    catalogues: {
      steps: tools.steps,
      triggers: tools.triggers,
      actions: tools.actions,
      integrations: tools.integrations,
    },
    input: noInput(),
    log: createLogger({ level: "fatal", format: "text" }),
    print: (line) => void lines.push(line),
    serve: () => Promise.reject(new Error("not here")),
  });
  return lines.join("\n");
}

test("makes an API key that the API takes, with the role it was given", async () => {
  const { slug } = await aWorkspace(tools);
  const token = await run(
    "api-key",
    "create",
    "--workspace",
    slug,
    "--role",
    "agent",
    "--name",
    "nightly",
  );
  const ask = (url: string, method: "GET" | "POST") =>
    app.inject({ method, url, headers: { authorization: `Bearer ${token}` } });
  expect((await ask("/api/v1/workflows", "GET")).statusCode).toBe(200);
  expect((await ask("/api/v1/teams", "POST")).statusCode).toBe(403);
});

test("says what is there when a workspace or role is not", async () => {
  const { slug } = await aWorkspace(tools);
  await expect(run("api-key", "create")).rejects.toThrow("Say which workspace");
  await expect(run("api-key", "create", "--workspace", "nowhere")).rejects.toThrow(slug);
  await expect(run("api-key", "create", "--workspace", slug, "--role", "king")).rejects.toThrow(
    "owner, admin, builder, agent",
  );
  await expect(run("api-key", "create", "--workspaces", slug)).rejects.toThrow(
    "Unknown option '--workspaces'",
  );
});

test("shows its commands when asked for help or for one that is not there", async () => {
  expect(await run("help")).toContain("api-key create");
  await expect(run("dance")).rejects.toThrow("There is no command dance");
});

test("finds nothing to migrate in a database that is up to date", async () => {
  expect(await run("migrate")).toBe("The database is up to date.");
});
