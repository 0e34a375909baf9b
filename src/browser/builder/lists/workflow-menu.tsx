import type { WorkflowBody } from "#contract";
import { IconAction } from "#browser/ui";
import { Menu } from "@mantine/core";
import {
  IconArrowDown,
  IconArrowUp,
  IconCopy,
  IconDots,
  IconFolder,
  IconPencil,
  IconTrash,
} from "@tabler/icons-react";

export interface RowActions {
  readonly rename: (workflow: WorkflowBody) => void;
  readonly duplicate: (workflow: WorkflowBody) => Promise<void>;
  readonly moveToFolder: (workflow: WorkflowBody) => void;
  readonly remove: (workflow: WorkflowBody) => Promise<void>;
  /** Earlier (-1) or later (1) in the order in which workflows are tried. */
  readonly move: (workflow: WorkflowBody, by: -1 | 1) => void;
}

interface WorkflowMenuProps {
  readonly workflow: WorkflowBody;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly actions: RowActions;
}

/** What can be done to a workflow from the list. */
export const WorkflowMenu = ({ workflow, isFirst, isLast, actions }: WorkflowMenuProps) => (
  <div className="builder-row-actions">
    <Menu>
      <Menu.Target>
        <IconAction label={`More for ${workflow.name}`}>
          <IconDots size={18} />
        </IconAction>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconPencil size={15} />} onClick={() => actions.rename(workflow)}>
          Rename
        </Menu.Item>
        <Menu.Item
          leftSection={<IconCopy size={15} />}
          onClick={() => void actions.duplicate(workflow)}
        >
          Duplicate
        </Menu.Item>
        <Menu.Item
          leftSection={<IconFolder size={15} />}
          onClick={() => actions.moveToFolder(workflow)}
        >
          Move to a folder
        </Menu.Item>
        <Menu.Item
          leftSection={<IconArrowUp size={15} />}
          disabled={isFirst}
          onClick={() => actions.move(workflow, -1)}
        >
          Try earlier
        </Menu.Item>
        <Menu.Item
          leftSection={<IconArrowDown size={15} />}
          disabled={isLast}
          onClick={() => actions.move(workflow, 1)}
        >
          Try later
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item
          color="red"
          leftSection={<IconTrash size={15} />}
          onClick={() => void actions.remove(workflow)}
        >
          Delete
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  </div>
);
