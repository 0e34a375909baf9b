import { StartError } from "#server/platform";
import { type Store, findWorkspaceBySlug, listWorkspaceSlugs } from "#server/store";

/** Finds the workspace a command is about: the one named, or the only one. @throws StartError saying which there are. */
export async function findWorkspace(store: Store, slug: string | undefined) {
  const slugs = await listWorkspaceSlugs(store);
  const [only, second] = slugs;
  const wanted = slug ?? (second === undefined ? only : undefined);
  const workspace = wanted === undefined ? undefined : await findWorkspaceBySlug(store, wanted);
  if (workspace !== undefined) return workspace;
  const hint =
    only === undefined
      ? "There is none yet: start the server once."
      : `There is: ${slugs.join(", ")}.`;
  throw new StartError(
    slug === undefined
      ? `Say which workspace: --workspace SLUG. ${hint}`
      : `There is no workspace ${slug}. ${hint}`,
  );
}
