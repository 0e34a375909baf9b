import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { graphSchema } from "#core/domain";
import { verifyGraph } from "#core/verify";
import { stepCatalogue } from "#steps";
import { openDoors, testDatabase } from "#testing";
import { triggerCatalogue } from "#triggers";
import { afterAll, expect, test } from "vitest";
import { prepareDemo } from "./prepare-demo.ts";

const { app, tools, store } = openDoors(testDatabase(import.meta.url));
const dataDir = await mkdtemp(path.join(tmpdir(), "switchboard-demo-"));
const templatesDir = path.join(import.meta.dirname, "../../../workflow-templates");
const folders = { dataDir, templatesDir };
afterAll(() => rm(dataDir, { recursive: true }));

test("the demo is made once, its login printed again at every start", async () => {
  const logins = await Promise.all([prepareDemo(tools, folders), prepareDemo(tools, folders)]);
  const again = await prepareDemo(tools, folders);
  expect(logins).toEqual([again, again]);
  expect((await stat(path.join(dataDir, "demo-password"))).mode & 0o777).toBe(0o600);
  const counts = await store.query({
    text: `select (select count(*) from workspace) as workspaces, (select count(*) from member) as members, (select count(*) from team) as teams,
             (select count(*) from workflow where live_version_id is not null) as live`,
  });
  expect(counts).toEqual([{ workspaces: 1, members: 4, teams: 2, live: 4 }]);
});

test("the printed login works, also after its file was lost", async () => {
  const before = await readFile(path.join(dataDir, "demo-password"), "utf8");
  await rm(path.join(dataDir, "demo-password"));
  const login = await prepareDemo(tools, folders);
  expect(login?.password).not.toBe(before.trim());
  const answer = await app.inject({ method: "POST", url: "/api/v1/login", payload: { ...login } });
  expect([answer.statusCode, answer.json()]).toMatchObject([
    200,
    { member: { role: "owner" }, workspace: { slug: "demo", is_demo: true } },
  ]);
});

test("its workflows have no finding, not even a warning", async () => {
  const drafts = await store.query<{ name: string; draft: unknown }>({
    text: "select name, draft from workflow",
  });
  const ids = async (table: "member" | "team") =>
    new Set(
      (await store.query<{ id: string }>({ text: `select ${table}_id as id from ${table}` })).map(
        ({ id }) => id,
      ),
    );
  const world = { members: await ids("member"), teams: await ids("team"), actions: tools.actions };
  for (const { name, draft } of drafts) {
    const findings = verifyGraph(graphSchema.parse(draft), stepCatalogue, triggerCatalogue, world);
    expect([name, findings]).toEqual([name, []]);
  }
});
