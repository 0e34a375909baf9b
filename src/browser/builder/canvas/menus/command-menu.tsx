import { KeyHint } from "#browser/ui";
import { Menu } from "@mantine/core";
import { Fragment } from "react";
import { type CanvasCommand, commandGroups, type MenuPlace } from "../keyboard/canvas-command.ts";
import { keysOf } from "../keyboard/shown-keys.ts";
import { type Anchor, outside } from "./filter-menu.tsx";

interface CommandMenuProps {
  readonly anchor: Anchor;
  readonly place: MenuPlace;
  readonly commands: readonly CanvasCommand[];
  readonly onClose: () => void;
}

/** What can be done here, by a right click or the menu key, with the keys that do the same. */
export const CommandMenu = ({ anchor, place, commands, onClose }: CommandMenuProps) => {
  const offered = commands.filter(({ menus }) => menus?.includes(place));
  const groups = commandGroups
    .map((group) => offered.filter((command) => command.group === group))
    .filter((group) => group.length > 0);
  return (
    <Menu
      opened
      onClose={onClose}
      position="right-start"
      offset={2}
      width={248}
      withinPortal
      trapFocus
      clickOutsideEvents={outside}
      closeOnItemClick={false} // what is chosen may open another menu in its place
      returnFocus
    >
      <Menu.Target>
        <span className="builder-anchor" style={{ left: anchor.x, top: anchor.y }} />
      </Menu.Target>
      <Menu.Dropdown aria-label="What can be done here">
        {groups.map((group, index) => (
          <Fragment key={group[0]?.group}>
            {index > 0 && <Menu.Divider />}
            {group.map((command) => (
              <Menu.Item
                key={command.label}
                disabled={!command.isEnabled}
                {...(command.isDangerous === true && { color: "red" })}
                rightSection={command.keys[0] !== undefined && <KeyHint keys={keysOf(command)} />}
                onClick={() => {
                  onClose();
                  command.act?.();
                }}
              >
                {command.label}
              </Menu.Item>
            ))}
          </Fragment>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
};
