import type { WorkflowBody } from "#contract";
import { z } from "zod";

/** What the list of workflows is narrowed by, as it stands in the address. */
export const listAddressSchema = z.object({
  search: z.coerce.string().trim().min(1).max(200).optional().catch(undefined),
  folder: z.coerce.string().min(1).max(80).optional().catch(undefined),
  state: z.enum(["live", "draft"]).optional().catch(undefined),
});
export type ListAddress = z.infer<typeof listAddressSchema>;

/** The workflows that fit, in the order in which they are tried. `title` says what starts one. */
export function narrow(
  workflows: readonly WorkflowBody[],
  { search, folder, state }: ListAddress,
  title: (triggerType: string) => string,
): readonly WorkflowBody[] {
  const wanted = search?.toLowerCase() ?? "";
  return workflows.filter(
    (workflow) =>
      (folder === undefined || workflow.folder === folder) &&
      (state === undefined || workflow.state === state) &&
      `${workflow.name}\n${title(workflow.trigger_type)}\n${workflow.folder}`
        .toLowerCase()
        .includes(wanted),
  );
}

/** Names of the folders that have something in them, in order. */
export const foldersOf = (workflows: readonly WorkflowBody[]): readonly string[] =>
  [...new Set(workflows.map(({ folder }) => folder))].filter((name) => name !== "").sort();
