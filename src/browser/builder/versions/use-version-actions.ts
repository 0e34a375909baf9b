import { explainError, useLoadVersion } from "#browser/data";
import { notifyDone, notifyFailed } from "#browser/ui";
import type { VersionBody, WorkflowBody } from "#contract";
import { useNavigate } from "@tanstack/react-router";
import { useOpenDraft } from "../draft-context.ts";
import { useDownload } from "../files/use-download.ts";
import { paths } from "../paths.ts";

/** Restores a version as the draft, or keeps it as a file; restoring is null where no draft is under edit. */
export function useVersionActions(workflow: WorkflowBody, version: VersionBody) {
  const load = useLoadVersion(workflow.id);
  const draft = useOpenDraft();
  const writeFile = useDownload();
  const navigate = useNavigate();
  const title = `version ${version.number}`;
  const withGraph = async (act: (graph: Awaited<ReturnType<typeof load>>["graph"]) => unknown) => {
    try {
      await act((await load(version.id)).graph);
    } catch (error) {
      notifyFailed(`Could not load ${title}`, explainError(error));
    }
  };
  return {
    restore:
      draft === null
        ? null
        : () =>
            withGraph(async (graph) => {
              draft.replace(graph, `Restore ${title}`);
              await navigate({ to: paths.workflow(workflow.id) });
              notifyDone(`The draft is ${title} now. Ctrl+Z brings back what it was.`);
            }),
    download: () => withGraph((graph) => writeFile(workflow.name, graph, `-v${version.number}`)),
  };
}
