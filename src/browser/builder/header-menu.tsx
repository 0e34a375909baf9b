import { useWorkflow } from "#browser/data";
import { type ImageKind, toCards } from "#browser/graph";
import { IconAction } from "#browser/ui";
import type { WorkflowBody } from "#contract";
import { stepCatalogue } from "#steps";
import { triggerCatalogue } from "#triggers";
import { Menu } from "@mantine/core";
import { IconCopy, IconDots, IconDownload, IconPhoto, IconPlayerStop } from "@tabler/icons-react";
import { useOpenDraft } from "./draft-context.ts";
import { looks } from "./editors-by-type.ts";
import { saveImage } from "./files/save-image.ts";
import { useDownload } from "./files/use-download.ts";
import { useDuplicating } from "./lists/use-duplicating.ts";
import { useMayPublish } from "./publishing/use-may-publish.ts";
import { useTakeDown } from "./publishing/use-take-down.ts";
import { useDescribe } from "./world/use-describe.ts";
import { useNames } from "./world/use-names.ts";

/** What else can be done with a workflow: keep it as a file or a picture, make another of it, take it down. */
export const HeaderMenu = ({ workflow }: { workflow: WorkflowBody }) => {
  const takeDown = useTakeDown(workflow);
  const mayPublish = useMayPublish();
  const saved = useWorkflow(workflow.id).data?.draft.graph;
  const graph = useOpenDraft()?.graph ?? saved;
  const download = useDownload();
  const duplicate = useDuplicating();
  const describe = useDescribe(useNames(), graph);
  const keepImage = (kind: ImageKind) => {
    if (graph === undefined) return;
    const cards = toCards({
      graph,
      steps: stepCatalogue,
      triggers: triggerCatalogue,
      looks,
      describe,
    });
    void saveImage(kind, workflow.name, graph, cards);
  };
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
        {(["svg", "png"] as const).map((kind) => (
          <Menu.Item
            key={kind}
            leftSection={<IconPhoto size={15} />}
            disabled={graph === undefined}
            onClick={() => keepImage(kind)}
          >
            Save as a picture ({kind.toUpperCase()})
          </Menu.Item>
        ))}
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
