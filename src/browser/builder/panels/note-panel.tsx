import { PanelSection } from "#browser/editing";
import { limits, type GraphNote } from "#core/domain";
import { Group, NumberInput, Textarea } from "@mantine/core";
import { editNote } from "../commands/notes/edit-note.ts";
import { noteSize, resizeNote } from "../commands/notes/resize-note.ts";
import type { Builder } from "../use-builder.ts";
import { SelectionActions } from "./selection-panel.tsx";

/** A note's text and size, for whoever does not pull at its corners. */
export const NotePanel = ({ builder, note }: { builder: Builder; note: GraphNote }) => {
  const resize = (size: { width?: number; height?: number }) =>
    builder.perform(resizeNote(note.id, size, `size ${note.id}`));
  return (
    <PanelSection title="Note">
      <Textarea
        label="Text"
        description="For whoever edits this workflow; customers never see it"
        autosize
        minRows={4}
        maxRows={16}
        maxLength={limits.noteCharacters}
        value={note.text}
        onChange={(event) => builder.perform(editNote(note.id, event.currentTarget.value))}
      />
      <Group grow>
        {(["width", "height"] as const).map((side) => (
          <NumberInput
            key={side}
            label={side === "width" ? "Width" : "Height"}
            min={noteSize.min[side]}
            max={noteSize.max[side]}
            step={20}
            clampBehavior="blur"
            value={note[side]}
            onChange={(value) => isFitting(value, side) && resize({ [side]: value })}
          />
        ))}
      </Group>
      <SelectionActions builder={builder} />
    </PanelSection>
  );
};

/** What is half typed is not a size yet. */
const isFitting = (value: number | string, side: "width" | "height"): value is number =>
  typeof value === "number" && value >= noteSize.min[side] && value <= noteSize.max[side];
