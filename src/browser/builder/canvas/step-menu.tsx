import { IconTile } from "#browser/ui";
import type { StepType } from "#core/engine";
import { stepTypes } from "#steps";
import { Menu } from "@mantine/core";
import { stepEditors } from "#steps/editors";

/** Where a menu opens, in the window's pixels. */
export interface Anchor {
  readonly x: number;
  readonly y: number;
}

interface StepMenuProps {
  readonly anchor: Anchor | null;
  readonly onPick: (type: StepType) => void;
  readonly onClose: () => void;
}

/** Offers the step types beside a loose end or a line. */
export const StepMenu = ({ anchor, onPick, onClose }: StepMenuProps) => (
  <Menu
    opened={anchor !== null}
    onClose={onClose}
    position="right-start"
    offset={8}
    width={248}
    withinPortal
    trapFocus
    returnFocus
  >
    <Menu.Target>
      <span className="builder-anchor" style={{ left: anchor?.x ?? 0, top: anchor?.y ?? 0 }} />
    </Menu.Target>
    <Menu.Dropdown>
      <Menu.Label>Add a step</Menu.Label>
      {stepTypes.map((type) => (
        <Menu.Item
          key={type.type}
          leftSection={
            <IconTile
              icon={stepEditors[type.type].icon}
              hue={stepEditors[type.type].hue}
              size={26}
            />
          }
          onClick={() => onPick(type)}
        >
          {type.title}
        </Menu.Item>
      ))}
    </Menu.Dropdown>
  </Menu>
);
