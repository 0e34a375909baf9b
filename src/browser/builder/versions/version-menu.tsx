import { IconAction } from "#browser/ui";
import type { VersionBody, WorkflowBody } from "#contract";
import { Menu } from "@mantine/core";
import {
  IconArrowBackUp,
  IconArrowsDiff,
  IconDots,
  IconDownload,
  IconPencil,
  IconPlayerStop,
} from "@tabler/icons-react";
import { useMayPublish } from "../publishing/use-may-publish.ts";
import { useTakeDown } from "../publishing/use-take-down.ts";
import { type Compared, draftChoice, versionBefore } from "./compared.ts";
import { useVersionActions } from "./use-version-actions.ts";

interface VersionMenuProps {
  readonly workflow: WorkflowBody;
  readonly version: VersionBody;
  readonly versions: readonly VersionBody[];
  readonly onCompare: (compared: Compared) => void;
  readonly onRename: () => void;
}

/** What can be done with a version: compare, restore, name, keep as a file, take down. */
export const VersionMenu = ({
  workflow,
  version,
  versions,
  onCompare,
  onRename,
}: VersionMenuProps) => {
  const { restore, download } = useVersionActions(workflow, version);
  const takeDown = useTakeDown(workflow);
  const mayPublish = useMayPublish();
  const before = versionBefore(version.id, versions);
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <IconAction label={`More for version ${version.number}`}>
          <IconDots size={16} />
        </IconAction>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconArrowsDiff size={15} />}
          onClick={() => onCompare({ shown: draftChoice, with: version.id })}
        >
          Compare the draft with it
        </Menu.Item>
        <Menu.Item
          leftSection={<IconArrowsDiff size={15} />}
          disabled={before === null}
          onClick={() => onCompare({ shown: version.id, with: before?.id ?? null })}
        >
          See what it changed
        </Menu.Item>
        <Menu.Divider />
        {restore !== null && (
          <Menu.Item leftSection={<IconArrowBackUp size={15} />} onClick={() => void restore()}>
            Restore as the draft
          </Menu.Item>
        )}
        <Menu.Item leftSection={<IconPencil size={15} />} onClick={onRename}>
          Name and note
        </Menu.Item>
        <Menu.Item leftSection={<IconDownload size={15} />} onClick={() => void download()}>
          Download as a file
        </Menu.Item>
        {version.is_live && (
          <Menu.Item
            leftSection={<IconPlayerStop size={15} />}
            disabled={!mayPublish}
            onClick={() => void takeDown()}
          >
            Unpublish
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
};
