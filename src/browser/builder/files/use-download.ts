import { notifyFailed } from "#browser/ui";
import type { Graph } from "#core/domain";
import { stepCatalogue } from "#steps";
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
      save(`${toFileName(name)}${mark}.yaml`, text);
    } catch {
      notifyFailed(
        "The file was not written",
        "The page could not load what writes it. Try again.",
      );
    }
  };
}

/** A file name that every system takes. */
const toFileName = (name: string): string =>
  name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "") || "workflow";

const save = (fileName: string, text: string): void => {
  const url = URL.createObjectURL(new Blob([text], { type: "application/yaml" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(url);
};
