import { IconTile } from "#browser/ui";
import { triggerCatalogue } from "#triggers";
import { IconBolt } from "@tabler/icons-react";
import { triggerEditorsByType } from "../editors-by-type.ts";

/** Says what starts a workflow, with its icon. */
export const TriggerWords = ({ type }: { type: string }) => {
  const editor = triggerEditorsByType.get(type);
  return (
    <span className="builder-with-icon">
      <IconTile icon={editor?.icon ?? IconBolt} hue={editor?.hue ?? "slate"} size={24} isRound />
      {triggerCatalogue.get(type)?.title ?? type}
    </span>
  );
};
