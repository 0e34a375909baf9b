import { IconAction } from "#browser/ui";
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconLayoutDistributeVertical,
} from "@tabler/icons-react";
import type { Builder } from "../use-builder.ts";
import { tidyUp, useTidyUp } from "./use-tidy-up.ts";

/** Undo, redo and tidy up, beside the zoom. */
export const CanvasTools = ({ builder }: { builder: Builder }) => {
  const tidy = useTidyUp(builder.perform);
  return (
    <>
      <IconAction
        label={labelled("Undo", builder.document.past.at(-1)?.label)}
        keys="Ctrl+Z"
        disabled={!builder.canUndo}
        onClick={builder.undo}
      >
        <IconArrowBackUp size={17} />
      </IconAction>
      <IconAction
        label={labelled("Redo", builder.document.future.at(-1)?.label)}
        keys="Ctrl+Shift+Z"
        disabled={!builder.canRedo}
        onClick={builder.redo}
      >
        <IconArrowForwardUp size={17} />
      </IconAction>
      <IconAction
        label={tidyUp.label}
        keys="Shift+T"
        disabled={!tidyUp.isEnabled(builder.document, builder.selection)}
        onClick={tidy}
      >
        <IconLayoutDistributeVertical size={17} />
      </IconAction>
      <span className="graph-tools-gap" />
    </>
  );
};

const labelled = (verb: string, what: string | undefined) =>
  what === undefined ? verb : `${verb}: ${what}`;
