import { explainError, useUnpublish } from "#browser/data";
import { notifyDone, notifyFailed, useConfirm } from "#browser/ui";

/** Takes the live version of a workflow down, once a person has said yes. */
export function useTakeDown(workflow: { readonly id: string; readonly name: string }) {
  const confirm = useConfirm();
  const { mutate } = useUnpublish(workflow.id);
  return async () => {
    const isSure = await confirm({
      title: `Take “${workflow.name}” down?`,
      text: "No new run starts. Runs in progress go on. The draft and all versions stay, and you can publish again at any time.",
      confirmLabel: "Take it down",
      isDangerous: true,
    });
    if (!isSure) return;
    mutate(undefined, {
      onSuccess: () => notifyDone("The workflow is no longer live"),
      onError: (error) => notifyFailed("It is still live", explainError(error)),
    });
  };
}
