import { limits, type WorkspaceId } from "#core/domain";
import type { WorkflowFile } from "#core/workflow-file";
import { type Caller, checkDraft, importWorkflow, publishVersion } from "#server/commands";
import { RequestError, StartError, systemClock } from "#server/platform";
import { type Store, migrate } from "#server/store";
import type { Command, CommandWorld } from "./command.ts";
import { findWorkspace } from "./find-workspace.ts";
import { needFile } from "./read-workflow.ts";

export const importWorkflows: Command = {
  name: "import",
  words: "FILE…",
  summary: "Make or update the drafts of workflow files; nothing runs.",
  options: [
    {
      name: "workspace",
      value: "SLUG",
      summary: "into which workspace; needed when there are several",
    },
    { name: "publish", value: null, summary: "publish each that has no errors" },
    { name: "version-name", value: "TEXT", summary: "what the published version is called" },
  ],
  async run(world) {
    if (world.words.length === 0) throw new StartError("Say which file: import welcome.yaml");
    refuseName(world.options["version-name"]);
    const files: { readonly name: string; readonly file: WorkflowFile }[] = [];
    for (const name of world.words) files.push({ name, file: (await needFile(name, world)).file });
    const refused = await world.withStore(async (store) => {
      await migrate(store);
      const { workspace_id: workspaceId } = await findWorkspace(store, world.options["workspace"]);
      let count = 0;
      for (const { name, file } of files)
        if (!(await importOne(name, file, { world, store, workspaceId }))) count += 1;
      return count;
    });
    if (refused > 0) throw new StartError("Not everything could be published.");
  },
};

const refuseName = (name: string | undefined): void => {
  if (name !== undefined && name.length > limits.nameCharacters)
    throw new StartError(`A version’s name has at most ${limits.nameCharacters} characters.`);
};

/** Imports one file and says what came of it; false when it should have been published and was not. */
async function importOne(
  name: string,
  file: WorkflowFile,
  place: { readonly world: CommandWorld; readonly store: Store; readonly workspaceId: WorkspaceId },
): Promise<boolean> {
  const { world, store, workspaceId } = place;
  const { steps, triggers, actions, integrations } = world;
  const tools = { store, clock: systemClock, steps, triggers, actions, integrations };
  const caller: Caller = { workspaceId, memberId: null, role: "admin", key: "command-line" };
  const { workflowId, isNew, graph, remarks } = await importWorkflow(tools, caller, file);
  world.print(`${name}: ${isNew ? "made" : "updated"} the draft of ${file.name}.`);
  for (const remark of remarks) world.print(`  ${remark}`);
  for (const { path, message } of await checkDraft(
    tools,
    store,
    { workspaceId, workflowId },
    graph,
  ))
    world.print(`  error: ${path}: ${message}`);
  if (world.options["publish"] === undefined) return true;
  try {
    await publishVersion(tools, caller, workflowId, {
      name: world.options["version-name"] ?? "",
      note: `imported from ${name}`,
    });
    world.print("  published.");
    return true;
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    world.print(`  not published: ${error.message}`);
    return false;
  }
}
