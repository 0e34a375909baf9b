import { PanelSection } from "#browser/editing";
import { Button } from "@mantine/core";
import { IconCopy, IconTrash } from "@tabler/icons-react";
import { keyCommands } from "../canvas/use-canvas-keys.ts";
import type { Builder } from "../use-builder.ts";

/** What can be done with several selected things, or with a line. */
export const SelectionPanel = ({ builder }: { builder: Builder }) => {
  const { cards, edges } = builder.selection;
  const [remove, duplicate] = keyCommands;
  const words = [
    cards.length > 0 && counted(cards.length, "card"),
    edges.length > 0 && counted(edges.length, "line"),
  ]
    .filter(Boolean)
    .join(" and ");
  return (
    <PanelSection title={`${words} selected`}>
      {duplicate.isEnabled(builder.document, builder.selection) && (
        <Button
          variant="default"
          leftSection={<IconCopy size={16} />}
          onClick={() => builder.perform(duplicate)}
        >
          Duplicate
        </Button>
      )}
      {remove.isEnabled(builder.document, builder.selection) && (
        <Button
          variant="default"
          leftSection={<IconTrash size={16} />}
          onClick={() => builder.perform(remove)}
        >
          Delete
        </Button>
      )}
    </PanelSection>
  );
};

const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? "" : "s"}`;
