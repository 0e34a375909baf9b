import { notifyDone } from "#browser/ui";
import { useEffect } from "react";
import { clearStash, type Stash } from "./draft-stash.ts";

/** Says that unsaved changes were taken up; forgets a stash that the server has got in the meantime. */
export function useStash(workflowId: string, stash: Stash | null): void {
  useEffect(() => {
    if (stash === null) clearStash(workflowId);
    else notifyDone("Your unsaved changes are back");
    // Once per opening of the page.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, []);
}
