import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { exportWorkflow } from "#server/commands";
import { StartError } from "#server/platform";
import { type WorkflowRow, listWorkflows, migrate } from "#server/store";
import type { Command } from "./command.ts";
import { findWorkspace } from "./find-workspace.ts";

export const exportWorkflows: Command = {
  name: "export",
  words: "NAME",
  summary: "Print a workflow's draft as a file, or write all of them into a folder.",
  options: [
    {
      name: "workspace",
      value: "SLUG",
      summary: "of which workspace; needed when there are several",
    },
    { name: "all", value: "DIR", summary: "write every workflow into this folder" },
  ],
  async run(world) {
    const folder = world.options["all"];
    const [name] = world.words;
    if ((name === undefined) === (folder === undefined))
      throw new StartError("Say which workflow, or --all DIR for every one.");
    await world.withStore(async (store) => {
      await migrate(store);
      const { workspace_id: workspaceId } = await findWorkspace(store, world.options["workspace"]);
      const workflows = await listWorkflows(store, workspaceId, { offset: 0, limit: 10_000 });
      const write = (workflow: WorkflowRow) =>
        exportWorkflow({ store, steps: world.steps }, workspaceId, workflow.workflow_id);
      if (folder === undefined) {
        const found = workflows.find((each) => each.name === name);
        if (found === undefined)
          throw new StartError(
            `There is no workflow ${name}. There is: ${workflows.map((each) => each.name).join(", ")}.`,
          );
        world.print((await write(found)).trimEnd());
        return;
      }
      await mkdir(folder, { recursive: true });
      const taken = new Set<string>();
      for (const workflow of workflows) {
        const file = path.join(folder, freeName(workflow.name, taken));
        await writeFile(file, await write(workflow));
        world.print(file);
      }
    });
  },
};

/** A file name that every system takes, with a number when it is taken. */
function freeName(name: string, taken: Set<string>): string {
  const plain =
    name
      .normalize("NFKD")
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-|-$/g, "") || "workflow";
  let free = plain;
  for (let number = 2; taken.has(free); number += 1) free = `${plain}-${number}`;
  taken.add(free);
  return `${free}.yaml`;
}
