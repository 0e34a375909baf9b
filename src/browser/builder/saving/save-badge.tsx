import { Button, Loader, Tooltip } from "@mantine/core";
import { IconAlertTriangle, IconCheck, IconCloudOff, IconPencil } from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { SaveState } from "./autosaver.ts";

/** Says in a word whether the draft is safe; never silent when it is not. */
export const SaveBadge = ({
  state,
  onRetry,
  onResolve,
}: {
  state: SaveState;
  onRetry: () => void;
  onResolve: () => void;
}) => {
  switch (state.kind) {
    case "saved":
      return <Badge icon={<IconCheck size={14} />}>Saved</Badge>;
    case "unsaved":
      return <Badge icon={<IconPencil size={14} />}>Editing</Badge>;
    case "saving":
      return <Badge icon={<Loader size={12} color="gray" />}>Saving</Badge>;
    case "retrying":
      return (
        <Tooltip
          label={`${state.message} Your changes are kept on this page and saved as soon as it works.`}
          multiline
          maw={280}
        >
          <span>
            <Badge tone="waiting" icon={<IconCloudOff size={14} />}>
              Not saved, retrying
              <Button size="compact-xs" variant="subtle" onClick={onRetry}>
                Now
              </Button>
            </Badge>
          </span>
        </Tooltip>
      );
    case "conflict":
      return (
        <Badge tone="bad" icon={<IconAlertTriangle size={14} />}>
          Changed elsewhere
          <Button size="compact-xs" variant="subtle" color="red" onClick={onResolve}>
            Choose
          </Button>
        </Badge>
      );
    case "refused":
      return (
        <Tooltip label={state.message} multiline maw={280}>
          <span>
            <Badge tone="bad" icon={<IconAlertTriangle size={14} />}>
              Not saved
            </Badge>
          </span>
        </Tooltip>
      );
  }
};

const Badge = ({
  icon,
  tone,
  children,
}: {
  icon: ReactNode;
  tone?: "waiting" | "bad";
  children: ReactNode;
}) => (
  <span className="builder-save" data-tone={tone} role="status">
    {icon}
    {children}
  </span>
);
