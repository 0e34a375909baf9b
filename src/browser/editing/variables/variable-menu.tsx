import { Popover, ScrollArea, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { type KeyboardEvent, type ReactElement, useId, useState } from "react";
import { useEditingWorld } from "../editing-world.ts";
import { OfferList, offerId, toOffer, VariableFacts } from "./offer-list.tsx";
import { searchVariables } from "./search-variables.ts";
import type { VariableOption } from "./variable-option.ts";
import { useWalk } from "./use-walk.ts";

interface VariableMenuProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onPick: (variable: VariableOption) => void;
  /** What opens it. */
  readonly children: ReactElement;
}

/** Offers the variables that can be used here, with a search and what is known of each. */
export const VariableMenu = ({ isOpen, onClose, onPick, children }: VariableMenuProps) => (
  <Popover
    opened={isOpen}
    onChange={(opened) => !opened && onClose()}
    position="bottom-end"
    width={320}
    trapFocus
    shadow="md"
    withinPortal
  >
    <Popover.Target>{children}</Popover.Target>
    <Popover.Dropdown p={0}>
      <VariableSearch onPick={onPick} onClose={onClose} />
    </Popover.Dropdown>
  </Popover>
);

const VariableSearch = ({ onPick, onClose }: Pick<VariableMenuProps, "onPick" | "onClose">) => {
  const { variables } = useEditingWorld();
  const [search, setSearch] = useState("");
  const found = searchVariables(variables, search);
  const { active, setActive, walk } = useWalk(found.length, search);
  const list = useId();
  const pick = (index: number) => {
    const chosen = found[index];
    if (chosen !== undefined) onPick(chosen);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") onClose();
    else if (event.key === "Enter") pick(active);
    else if (!walk(event.key)) return;
    event.preventDefault();
  };
  return (
    <>
      <TextInput
        variant="unstyled"
        className="editing-variable-search"
        placeholder="Find a variable"
        aria-label="Find a variable"
        role="combobox"
        aria-expanded
        aria-controls={list}
        aria-activedescendant={found.length > 0 ? offerId(list, active) : undefined}
        leftSection={<IconSearch size={15} />}
        value={search}
        data-autofocus
        onChange={(event) => setSearch(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <ScrollArea.Autosize mah={280} type="auto">
        <OfferList
          id={list}
          label="Variables"
          offers={found.map(toOffer)}
          active={active}
          onHover={setActive}
          onPick={pick}
          emptyText={`Nothing fits “${search}”`}
        />
      </ScrollArea.Autosize>
      <VariableFacts variable={found[active]} />
    </>
  );
};
