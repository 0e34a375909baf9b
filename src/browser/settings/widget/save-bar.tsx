import { Button } from "@mantine/core";
import type { SettingsDraft } from "./use-settings-draft.ts";

/** Shows while something is changed and not saved. */
export const SaveBar = ({ draft }: { draft: SettingsDraft }) => {
  if (!draft.isChanged) return null;
  const isWrong = Object.keys(draft.problems).length > 0;
  const says = isWrong
    ? "Mend the marked fields to save."
    : draft.isOutdated
      ? "Somebody else has changed these settings meanwhile. Discard to see theirs, or save yours over them."
      : (draft.failure ?? "Changes are not saved yet. The preview shows them already.");
  return (
    <div className="settings-save" role="status">
      <span data-bad={draft.failure !== null || isWrong || undefined}>{says}</span>
      <Button variant="default" onClick={draft.discard} disabled={draft.isSaving}>
        Discard
      </Button>
      <Button onClick={draft.save} loading={draft.isSaving} disabled={isWrong}>
        {draft.isOutdated ? "Save over theirs" : "Save"}
      </Button>
    </div>
  );
};
