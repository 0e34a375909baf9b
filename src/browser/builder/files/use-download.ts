import { notifyFailed } from "#browser/ui";
import type { Graph } from "#core/domain";
import { stepCatalogue } from "#steps";
import { saveFile, toFileName } from "./save-file.ts";
import { useKnownReferences } from "./use-known-references.ts";

/** Writes a graph as a workflow file and hands it to the browser to keep. The writer is large, so it comes when needed. */
export function useDownload() {
  const known = useKnownReferences();
  return async (name: string, graph: Graph, mark = "") => {
    try {
      const { formatWorkflowFile, referencesOf } = await import("#core/workflow-file");
      const text = formatWorkflowFile(
        { name, graph, references: referencesOf(graph, known) },
        stepCatalogue,
      );
      saveFile(`${toFileName(name)}${mark}.yaml`, new Blob([text], { type: "application/yaml" }));
    } catch {
      notifyFailed(
        "The file was not written",
        "The page could not load what writes it. Try again.",
      );
    }
  };
}
