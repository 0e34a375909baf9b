import { Popover, ScrollArea, TextInput, UnstyledButton } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { type KeyboardEvent, type ReactElement, useState } from "react";
import type { VariableOption } from "./editing-world.ts";
import { useEditingWorld } from "./editing-world.ts";

/** Variables that fit a search, in their groups. */
const findVariables = (
  variables: readonly VariableOption[],
  search: string,
): readonly VariableOption[] => {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return variables.filter(({ path, title, group }) =>
    words.every((word) => `${path} ${title} ${group}`.toLowerCase().includes(word)),
  );
};

interface VariableMenuProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onPick: (variable: VariableOption) => void;
  /** What opens it. */
  readonly children: ReactElement;
}

/** Offers the variables that can be used here, with a search. */
export const VariableMenu = ({ isOpen, onClose, onPick, children }: VariableMenuProps) => (
  <Popover
    opened={isOpen}
    onChange={(opened) => !opened && onClose()}
    position="bottom-end"
    width={292}
    trapFocus
    shadow="md"
    withinPortal
  >
    <Popover.Target>{children}</Popover.Target>
    <Popover.Dropdown p={0}>
      <VariableList onPick={onPick} onClose={onClose} />
    </Popover.Dropdown>
  </Popover>
);

const VariableList = ({ onPick, onClose }: Pick<VariableMenuProps, "onPick" | "onClose">) => {
  const { variables } = useEditingWorld();
  const [search, setSearch] = useState("");
  const [active, setActive] = useState(0);
  const found = findVariables(variables, search);
  const onKeyDown = (event: KeyboardEvent) => {
    const chosen = found[active];
    if (event.key === "Escape") onClose();
    else if (event.key === "Enter" && chosen !== undefined) onPick(chosen);
    else if (event.key === "ArrowDown") setActive(Math.min(active + 1, found.length - 1));
    else if (event.key === "ArrowUp") setActive(Math.max(active - 1, 0));
    else return;
    event.preventDefault();
  };
  return (
    <>
      <TextInput
        variant="unstyled"
        className="editing-variable-search"
        placeholder="Find a variable"
        aria-label="Find a variable"
        leftSection={<IconSearch size={15} />}
        value={search}
        data-autofocus
        onChange={(event) => {
          setSearch(event.currentTarget.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      <ScrollArea.Autosize mah={280} type="auto">
        <div className="editing-variables" role="listbox" aria-label="Variables">
          {found.map((variable, index) => (
            <VariableRow
              key={variable.path}
              variable={variable}
              opensGroup={variable.group !== found[index - 1]?.group}
              isActive={index === active}
              onPick={onPick}
            />
          ))}
          {found.length === 0 && (
            <div className="editing-variable-group">Nothing fits “{search}”</div>
          )}
        </div>
      </ScrollArea.Autosize>
    </>
  );
};

interface VariableRowProps extends Pick<VariableMenuProps, "onPick"> {
  readonly variable: VariableOption;
  readonly opensGroup: boolean;
  readonly isActive: boolean;
}

const VariableRow = ({ variable, opensGroup, isActive, onPick }: VariableRowProps) => (
  <>
    {opensGroup && <div className="editing-variable-group">{variable.group}</div>}
    <UnstyledButton
      className="editing-variable"
      role="option"
      aria-selected={isActive}
      data-active={isActive || undefined}
      onClick={() => onPick(variable)}
    >
      <span>{variable.title}</span>
      <code>{variable.path}</code>
    </UnstyledButton>
  </>
);
