import { IconAction } from "#browser/ui";
import { IconX } from "@tabler/icons-react";
import type { ReactNode } from "react";

interface RemovableItemProps {
  readonly removeLabel: string;
  readonly onRemove: () => void;
  readonly children: ReactNode;
}

/** One entry of a list of settings, on a ground of its own, with its way out. */
export const RemovableItem = ({ removeLabel, onRemove, children }: RemovableItemProps) => (
  <div className="editing-condition">
    <div className="editing-condition-fields">{children}</div>
    <IconAction label={removeLabel} size="sm" onClick={onRemove}>
      <IconX size={14} />
    </IconAction>
  </div>
);
