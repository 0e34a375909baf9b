import { cardSize } from "#browser/graph";
import { IconAction } from "#browser/ui";
import { stepCatalogue } from "#steps";
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconLayoutDistributeVertical,
} from "@tabler/icons-react";
import { useReactFlow } from "@xyflow/react";
import { autoLayout } from "../commands/auto-layout.ts";
import type { Builder } from "../use-builder.ts";

/** Undo, redo and tidy up, beside the zoom. */
export const CanvasTools = ({ builder }: { builder: Builder }) => {
  const { fitView } = useReactFlow();
  const tidy = autoLayout(stepCatalogue, cardSize);
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
        label={tidy.label}
        keys="Shift+T"
        disabled={!tidy.isEnabled(builder.document, builder.selection)}
        onClick={() => {
          builder.perform(tidy);
          setTimeout(() => void fitView({ padding: 0.12, maxZoom: 1, duration: 250 }), 60);
        }}
      >
        <IconLayoutDistributeVertical size={17} />
      </IconAction>
      <span className="graph-tools-gap" />
    </>
  );
};

const labelled = (verb: string, what: string | undefined) =>
  what === undefined ? verb : `${verb}: ${what}`;
