import { explainError, useCopyWorkflow } from "#browser/data";
import { notifyDone, notifyFailed } from "#browser/ui";
import { type Graph, limits } from "#core/domain";
import { useNavigate } from "@tanstack/react-router";
import { paths } from "../paths.ts";

/** Makes a draft of its own out of a workflow's draft, and opens it; its versions, runs and tests stay where they are. */
export function useDuplicating() {
  const { mutateAsync } = useCopyWorkflow();
  const navigate = useNavigate();
  return async (workflow: { readonly id: string; readonly name: string }, graph?: Graph) => {
    const name = `Copy of ${workflow.name}`.slice(0, limits.nameCharacters);
    try {
      const made = await mutateAsync({ id: workflow.id, name, ...(graph && { graph }) });
      await navigate({ to: paths.workflow(made.workflow.id) });
      notifyDone(`“${name}” is a draft of its own`);
    } catch (error) {
      notifyFailed("The workflow was not duplicated", explainError(error));
    }
  };
}
