import { IconAction } from "#browser/ui";
import { limits } from "#core/domain";
import { useHotkeys } from "@mantine/hooks";
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconLayoutDistributeVertical,
  IconNote,
} from "@tabler/icons-react";
import { HistoryMenu } from "../history/history-menu.tsx";
import type { Builder } from "../use-builder.ts";
import { useCanvasMiddle } from "./use-canvas-middle.ts";
import { tidyUp, useTidyUp } from "./use-tidy-up.ts";

/** Undo, redo, tidy up and a new note, beside the zoom. */
export const CanvasTools = ({
  builder,
  onAddNote,
}: {
  builder: Builder;
  onAddNote: (middle: { x: number; y: number }) => void;
}) => {
  const tidy = useTidyUp(builder.perform);
  const middle = useCanvasMiddle();
  const addNote = () => {
    const place = middle();
    if (place !== null) onAddNote(place);
  };
  const isFull = builder.graph.notes.length >= limits.notesPerWorkflow;
  useHotkeys([["N", addNote]]);
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
      <HistoryMenu builder={builder} />
      <IconAction
        label={tidyUp.label}
        keys="Shift+T"
        disabled={!tidyUp.isEnabled(builder.document, builder.selection)}
        onClick={tidy}
      >
        <IconLayoutDistributeVertical size={17} />
      </IconAction>
      <IconAction label="Add a note" keys="N" disabled={isFull} onClick={addNote}>
        <IconNote size={17} />
      </IconAction>
      <span className="graph-tools-gap" />
    </>
  );
};

const labelled = (verb: string, what: string | undefined) =>
  what === undefined ? verb : `${verb}: ${what}`;
