import { type Role, roles } from "#core/domain";
import { createApiKey as create } from "#server/commands";
import { StartError, systemClock } from "#server/platform";
import { findWorkspaceBySlug, listWorkspaceSlugs, migrate } from "#server/store";
import type { Command } from "./command.ts";

export const createApiKey: Command = {
  name: "api-key create",
  summary: "Make an API key and print its token, this once.",
  options: [
    { name: "workspace", value: "SLUG", summary: "of which workspace; needed" },
    { name: "name", value: "TEXT", summary: 'what to call it; "command line" unless said' },
    {
      name: "role",
      value: "ROLE",
      summary: `what it may do: ${roles.join(", ")}; admin unless said`,
    },
  ],
  async run(world) {
    const { options } = world;
    const slug = options["workspace"];
    if (slug === undefined) throw new StartError("Say which workspace: --workspace demo");
    const role = readRole(options["role"] ?? "admin");
    const { token } = await world.withStore(async (store) => {
      await migrate(store);
      const workspace = await findWorkspaceBySlug(store, slug);
      if (workspace === undefined) throw await noSuchWorkspace(slug, listWorkspaceSlugs(store));
      return await create({ store, clock: systemClock }, workspace.workspace_id, {
        name: options["name"] ?? "command line",
        role,
      });
    });
    world.print(token);
  },
};

function readRole(word: string): Role {
  const role = roles.find((each) => each === word);
  if (role === undefined)
    throw new StartError(`There is no role ${word}. Choose one of ${roles.join(", ")}.`);
  return role;
}

async function noSuchWorkspace(slug: string, slugs: Promise<string[]>): Promise<StartError> {
  const known = await slugs;
  const hint =
    known.length === 0
      ? "There is none yet: start the server once."
      : `There is: ${known.join(", ")}.`;
  return new StartError(`There is no workspace ${slug}. ${hint}`);
}
