import { IconTile } from "#browser/ui";
import { Menu, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { type KeyboardEvent, useState } from "react";
import { type Choice, rankChoices } from "./rank-choices.ts";

/** Where a menu opens, in the window's pixels. */
export interface Anchor {
  readonly x: number;
  readonly y: number;
}

interface FilterMenuProps {
  readonly title: string;
  readonly anchor: Anchor;
  readonly choices: readonly Choice[];
  readonly onPick: (id: string) => void;
  readonly onClose: () => void;
}

/** Not keydown: the press that opened the menu would close it again. */
export const outside = ["mousedown", "touchstart"];

/** So many are shown at once; typing finds the others. */
const mostShown = 60;

/** A menu that is narrowed by typing: the first match is taken with Enter, the arrows go through the list. */
export const FilterMenu = ({ title, anchor, choices, onPick, onClose }: FilterMenuProps) => {
  const [filter, setFilter] = useState("");
  const matches = rankChoices(choices, filter).slice(0, mostShown);
  const takeFirst = (event: KeyboardEvent) => {
    const [first] = matches;
    if (event.key !== "Enter" || first === undefined) return;
    event.preventDefault();
    onPick(first.id);
  };
  return (
    <Menu
      opened
      onClose={onClose}
      position="right-start"
      offset={8}
      width={264}
      withinPortal
      trapFocus
      clickOutsideEvents={outside}
      closeOnItemClick={false} // what is chosen may open another menu in its place
      returnFocus
      withInitialFocusPlaceholder={false} // the first focus belongs to the filter
    >
      <Menu.Target>
        <span className="builder-anchor" style={{ left: anchor.x, top: anchor.y }} />
      </Menu.Target>
      <Menu.Dropdown className="builder-filter-menu" aria-label={title}>
        <Menu.Label>{title}</Menu.Label>
        <TextInput
          data-autofocus
          aria-label={`${title}: find`}
          placeholder="Type to find"
          leftSection={<IconSearch size={15} />}
          value={filter}
          onChange={(event) => setFilter(event.currentTarget.value)}
          onKeyDown={takeFirst}
        />
        <div className="builder-filter-list">
          {matches.map(({ id, label, detail, look }, index) => (
            <Menu.Item
              key={id}
              data-first={(index === 0 && filter !== "") || undefined}
              leftSection={
                look !== undefined && <IconTile icon={look.icon} hue={look.hue} size={26} />
              }
              onClick={() => onPick(id)}
            >
              {label}
              {detail !== undefined && <small className="builder-filter-detail">{detail}</small>}
            </Menu.Item>
          ))}
          {matches.length === 0 && <p className="builder-filter-none">Nothing is called that</p>}
        </div>
      </Menu.Dropdown>
    </Menu>
  );
};
