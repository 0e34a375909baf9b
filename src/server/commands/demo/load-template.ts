import { readFile } from "node:fs/promises";
import type { Graph } from "#core/domain";
import { parseWorkflowFile, replaceReferences } from "#core/workflow-file";
import type { Tools } from "../tools.ts";

/** Reads a workflow file to start from; what comes back points its graph at the workspace's own things, by their names. */
export async function loadTemplate(
  tools: Pick<Tools, "steps" | "triggers">,
  file: string,
): Promise<(idsByName: ReadonlyMap<string, string>) => Graph> {
  const parsed = parseWorkflowFile(await readFile(file, "utf8"), tools);
  if (!parsed.ok) throw new Error(`${file} is no workflow: ${JSON.stringify(parsed.problems)}`);
  const { graph, references } = parsed.file;
  return (idsByName) => {
    const ids = references.flatMap(({ id, name }) => {
      const own = idsByName.get(name);
      return own === undefined ? [] : [[id, own] as const];
    });
    return replaceReferences(graph, new Map(ids));
  };
}
