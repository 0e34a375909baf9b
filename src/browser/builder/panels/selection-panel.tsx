import { PanelSection } from "#browser/editing";
import { Button } from "@mantine/core";
import { IconCopy, IconTrash } from "@tabler/icons-react";
import { deleteCommand, duplicateCommand } from "../canvas/use-canvas-keys.ts";
import type { Builder } from "../use-builder.ts";

/** What can be done with several selected things, or with a line. */
export const SelectionPanel = ({ builder }: { builder: Builder }) => {
  const { cards, edges } = builder.selection;
  const words = [
    cards.length > 0 && counted(cards.length, "card"),
    edges.length > 0 && counted(edges.length, "line"),
  ]
    .filter(Boolean)
    .join(" and ");
  return (
    <PanelSection title={`${words} selected`}>
      {duplicateCommand.isEnabled(builder.document, builder.selection) && (
        <Button
          variant="default"
          leftSection={<IconCopy size={16} />}
          onClick={() => builder.perform(duplicateCommand)}
        >
          Duplicate
        </Button>
      )}
      {deleteCommand.isEnabled(builder.document, builder.selection) && (
        <Button
          variant="default"
          leftSection={<IconTrash size={16} />}
          onClick={() => builder.perform(deleteCommand)}
        >
          Delete
        </Button>
      )}
    </PanelSection>
  );
};

const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? "" : "s"}`;
