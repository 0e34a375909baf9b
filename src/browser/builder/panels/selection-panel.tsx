import { PanelSection } from "#browser/editing";
import { Button } from "@mantine/core";
import { IconBinaryTree, IconCopy, IconTrash, IconUnlink } from "@tabler/icons-react";
import { deleteCommand, deleteLooseCommand, duplicateCommand } from "../canvas/edit-commands.ts";
import { countWords } from "../document/count-words.ts";
import { withSubtrees } from "../document/subtree.ts";
import type { Builder } from "../use-builder.ts";

/** What can be done with several selected things, or with a line. */
export const SelectionPanel = ({ builder }: { builder: Builder }) => (
  <PanelSection title={`${countWords(builder.selection)} selected`}>
    <SelectionActions builder={builder} />
  </PanelSection>
);

const actions = [
  { command: duplicateCommand, icon: IconCopy },
  { command: deleteCommand, icon: IconTrash },
  { command: deleteLooseCommand, icon: IconUnlink },
] as const;

/** The commands that take a selection, each while it can be done. */
export const SelectionActions = ({ builder }: { builder: Builder }) => (
  <>
    {withSubtrees(builder.graph, builder.selection).cards.length >
      builder.selection.cards.length && (
      <Button
        variant="default"
        leftSection={<IconBinaryTree size={16} />}
        onClick={() => builder.select((selection) => withSubtrees(builder.graph, selection))}
      >
        Select what follows
      </Button>
    )}
    {actions.map(
      ({ command, icon: Icon }) =>
        command.isEnabled(builder.document, builder.selection) && (
          <Button
            key={command.label}
            variant="default"
            leftSection={<Icon size={16} />}
            onClick={() => builder.perform(command)}
          >
            {command.label}
          </Button>
        ),
    )}
  </>
);
