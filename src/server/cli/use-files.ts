import path from "node:path";
import type { UseFile } from "#core/simulate";
import { replaceReferences, type WorkflowFile } from "#core/workflow-file";
import { StartError } from "#server/platform";
import type { Catalogues } from "./command.ts";
import { needFile } from "./read-workflow.ts";

/** Reads the workflow files that a story uses, found from where the story stands. @throws StartError naming what is wrong with one. */
export async function readUsedFiles(
  story: string,
  text: string,
  catalogues: Catalogues,
): Promise<UseFile> {
  const files = new Map<string, WorkflowFile>();
  for (const [, name = ""] of text.matchAll(/^use (.+)$/gm))
    files.set(
      name.trimEnd(),
      (await needFile(path.resolve(path.dirname(story), name.trimEnd()), catalogues)).file,
    );
  return toUse(files);
}

/** Gives a story the workflows of files, with the story's own ids for whom they name. */
export const toUse =
  (files: ReadonlyMap<string, WorkflowFile>): UseFile =>
  (name, idOf) => {
    const file = files.get(name);
    if (file === undefined) throw new StartError(`The story uses ${name}, which was not read.`);
    const ids = new Map(file.references.map((each) => [each.id, idOf(each.name)]));
    return { name: file.name, graph: replaceReferences(file.graph, ids) };
  };
