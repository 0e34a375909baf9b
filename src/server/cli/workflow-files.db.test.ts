import { mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { createLogger, readConfig } from "#server/platform";
import { createTeam, createWorkflow } from "#server/commands";
import { type TestWorkspace, aWorkspace, askGraph, openDoors, testDatabase } from "#testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runCommandLine } from "./run-command-line.ts";

const database = testDatabase(import.meta.url);
const { tools } = openDoors(database);
let folder = "";
let workspace: TestWorkspace;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "switchboard-files-"));
  workspace = await aWorkspace(tools);
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

async function* type(lines: readonly string[]): AsyncIterable<string> {
  yield* lines;
}

/** Runs a command; what it printed, and the words it ended with when it failed. */
async function run(words: readonly string[], typed: readonly string[] = []) {
  const lines: string[] = [];
  let failure: string | null = null;
  try {
    await runCommandLine(words, {
      config: { ...readConfig({}), databaseUrl: database.connectionString },
      catalogues: {
        steps: tools.steps,
        triggers: tools.triggers,
        actions: tools.actions,
        integrations: tools.integrations,
      },
      input: type(typed),
      log: createLogger({ level: "fatal", format: "text" }),
      print: (line) => void lines.push(line),
      serve: () => Promise.reject(new Error("not here")),
    });
  } catch (error) {
    failure = error instanceof Error ? error.message : "";
  }
  return { lines, failure };
}

async function file(name: string, text: string): Promise<string> {
  const place = path.join(folder, name);
  await writeFile(place, text);
  return place;
}

const routed = (teamId: string) => `switchboard: 1
name: Route
trigger:
  type: conversation_opened
  next: ask
steps:
  ask:
    type: ask_question
    config:
      text: |-
        Hello!
        What is your order number?
      answer: { type: text }
      save_to: { variable: order }
    paths:
      answered: assign
      timeout: end silently
  assign:
    type: assign_to
    config:
      target: { type: team, team_id: ${teamId} }
notes:
  - text: Ask Ana before changing this.
    at: [320, 0]
    size: [200, 80]
references:
  ${teamId}: { kind: team, name: Support }
`;
const unknownTeam = "01920000-0000-7000-8000-00000000ffff";

describe("export and import", () => {
  test("give the same bytes again, here and in another workspace", async () => {
    const caller = {
      workspaceId: workspace.workspaceId,
      memberId: null,
      role: "admin",
      key: "t",
    } as const;
    await createWorkflow(tools, caller, { name: "Ask once more", graph: askGraph });
    const all = path.join(folder, "all");
    expect((await run(["export", "--workspace", workspace.slug, "--all", all])).failure).toBeNull();
    const names = await readdir(all);
    expect(names).toContain("ask-once-more.yaml");
    const paths = names.map((name) => path.join(all, name));
    const before = await Promise.all(paths.map((each) => readFile(each, "utf8")));

    const imported = await run(["import", ...paths, "--workspace", workspace.slug]);
    expect(imported.failure).toBeNull();
    await run(["export", "--workspace", workspace.slug, "--all", all]);
    expect(await Promise.all(paths.map((each) => readFile(each, "utf8")))).toEqual(before);

    const other = await aWorkspace(tools);
    const into = path.join(folder, "other");
    await run(["import", ...paths, "--workspace", other.slug]);
    await run(["export", "--workspace", other.slug, "--all", into]);
    expect(await readFile(path.join(into, "ask-once-more.yaml"), "utf8")).toBe(
      await readFile(path.join(all, "ask-once-more.yaml"), "utf8"),
    );
  });

  test("finds a team by its name when its id is from elsewhere, and says so", async () => {
    const other = await aWorkspace(tools);
    const caller = {
      workspaceId: other.workspaceId,
      memberId: null,
      role: "admin",
      key: "t",
    } as const;
    const place = await file("route.yaml", routed(unknownTeam));
    const without = await run(["import", place, "--workspace", other.slug]);
    expect(without.lines.join("\n")).toContain("there is no team Support here");

    await createTeam(tools, caller, { name: "Support", member_ids: [] });
    const found = await run(["import", place, "--workspace", other.slug]);
    expect(found.lines).toContain("  the team Support is the one of that name here");
    const written = await run(["export", "Route", "--workspace", other.slug]);
    expect(written.lines.join("\n")).toContain("# team Support");
    expect(written.lines.join("\n")).not.toContain(unknownTeam);
    expect(written.lines.join("\n")).toContain("Ask Ana before changing this.");
    expect(written.lines.join("\n")).toContain("timeout: end silently");
  });

  test("publishes only what has no errors", async () => {
    const other = await aWorkspace(tools);
    const place = await file("wrong.yaml", routed(unknownTeam).replace("Route", "Wrong"));
    const refused = await run(["import", place, "--publish", "--workspace", other.slug]);
    expect(refused.failure).toBe("Not everything could be published.");
    const right = await file(
      "right.yaml",
      "switchboard: 1\nname: Right\ntrigger: { type: manual, next: a }\nsteps:\n  a: { type: send_message, config: { text: Hi } }\n",
    );
    const done = await run([
      "import",
      right,
      "--publish",
      "--version-name",
      "By hand",
      "--workspace",
      other.slug,
    ]);
    expect([done.failure, done.lines.at(-1)]).toEqual([null, "  published."]);
    const [version] = await tools.store.query<{ name: string }>({
      text: "select name from version where workspace_id = $1 and note like 'imported from %'",
      values: [other.workspaceId],
    });
    expect(version?.name).toBe("By hand");
  });

  test("refuses a file with every reason and changes nothing", async () => {
    const place = await file(
      "broken.yaml",
      "switchboard: 1\nname: Broken\ntrigger: { type: dance, next: x }\n",
    );
    const { failure } = await run(["import", place, "--workspace", workspace.slug]);
    expect(failure).toContain("there is no trigger type “dance”");
    expect(failure).toContain("there is no step “x”");
    expect((await run(["export", "Broken", "--workspace", workspace.slug])).failure).toContain(
      "There is no workflow Broken",
    );
  });
});

describe("without a database", () => {
  test("check names each fault with file and line", async () => {
    const place = await file(
      "faulty.yaml",
      'switchboard: 1\nname: Faulty\ntrigger: { type: manual, next: a }\nsteps:\n  a:\n    type: send_message\n    config:\n      text: ""\n    paths: { nxt: a }\n',
    );
    const { lines, failure } = await run(["check", place]);
    expect(failure).toBe("1 error.");
    expect(lines).toEqual([
      expect.stringMatching(/faulty\.yaml:9:14 warning: as it is set, this step has no path “nxt”/),
      expect.stringMatching(/faulty\.yaml:8:7 error: a: /),
    ]);
    expect((await run(["check", path.join(folder, "none.yaml")])).failure).toContain("Cannot read");
  });

  test("a story is played on the workflow of a file, and what differs is shown", async () => {
    await file(
      "hello.yaml",
      "switchboard: 1\nname: Hello\ntrigger: { type: conversation_opened, next: a }\nsteps:\n  a: { type: send_message, config: { text: Hi } }\n",
    );
    const story = await file(
      "hello.story.txt",
      "Says hello\n\nuse hello.yaml\n---\nMia writes: hey\n| Hello → Mia’s conversation: Good day\n",
    );
    const differs = await run(["test", story]);
    expect(differs.failure).toBe("1 story differs.");
    expect(differs.lines).toContain("- | Hello → Mia’s conversation: Good day");
    expect(differs.lines).toContain("+ | Hello → Mia’s conversation: Hi");
    expect((await run(["test", story, "--update"])).failure).toBeNull();
    expect((await run(["test", story])).failure).toBeNull();
  });

  test("simulate talks to a workflow and understands its commands", async () => {
    const place = await file("talk.yaml", routed(unknownTeam));
    const { lines, failure } = await run(
      ["simulate", place],
      [
        "hello",
        ":help",
        ":nonsense",
        "A-12345",
        ":wait 5 seconds",
        ":vars",
        ":offline",
        ":quit",
        "never",
      ],
    );
    expect(failure).toBeNull();
    const text = lines.join("\n");
    expect(text).toContain("What is your order number?");
    expect(text).toContain(":press ID");
    expect(text).toContain("I do not understand that");
    expect(text).toContain('"order": "A-12345"');
    expect(text).toContain("assigned to Ana");
    expect(text).toContain("path: ask → assign");
  });
});
