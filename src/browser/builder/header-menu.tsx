import { useWorkflow } from "#browser/data";
import { IconAction } from "#browser/ui";
import type { WorkflowBody } from "#contract";
import { Menu } from "@mantine/core";
import { IconCopy, IconDots, IconDownload, IconPlayerStop } from "@tabler/icons-react";
import { useOpenDraft } from "./draft-context.ts";
import { useDownload } from "./files/use-download.ts";
import { useDuplicating } from "./lists/use-duplicating.ts";
import { useMayPublish } from "./publishing/use-may-publish.ts";
import { useTakeDown } from "./publishing/use-take-down.ts";

/** What else can be done with a workflow: keep it as a file, make another of it, take it down. */
export const HeaderMenu = ({ workflow }: { workflow: WorkflowBody }) => {
  const takeDown = useTakeDown(workflow);
  const mayPublish = useMayPublish();
  const saved = useWorkflow(workflow.id).data?.draft.graph;
  const graph = useOpenDraft()?.graph ?? saved;
  const download = useDownload();
  const duplicate = useDuplicating();
  return (
    <Menu>
      <Menu.Target>
        <IconAction label="More">
          <IconDots size={18} />
        </IconAction>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconDownload size={15} />}
          disabled={graph === undefined}
          onClick={() => graph !== undefined && void download(workflow.name, graph)}
        >
          Download as a file
        </Menu.Item>
        <Menu.Item
          leftSection={<IconCopy size={15} />}
          onClick={() => void duplicate(workflow, graph)}
        >
          Duplicate
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconPlayerStop size={15} />}
          disabled={workflow.state !== "live" || !mayPublish}
          onClick={() => void takeDown()}
        >
          Unpublish
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
};
