import { explainError, useCreateWorkflow } from "#browser/data";
import { notifyFailed } from "#browser/ui";
import type { Graph } from "#core/domain";
import { useNavigate } from "@tanstack/react-router";
import { paths } from "../paths.ts";
import { clearStash } from "./draft-stash.ts";

/** Saves the draft of a workflow that was deleted as a new one and opens that. */
export function useSavingAnew(deletedId: string) {
  const { mutate, isPending } = useCreateWorkflow();
  const navigate = useNavigate();
  const save = (name: string, graph: Graph) =>
    mutate(
      { name, graph },
      {
        onSuccess: (made) => {
          clearStash(deletedId);
          void navigate({ to: paths.workflow(made.workflow.id) });
        },
        onError: (error) => notifyFailed("The draft was not saved", explainError(error)),
      },
    );
  return { save, isPending };
}
