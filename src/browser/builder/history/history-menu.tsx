import { ActionIcon, Menu, ScrollArea, Tooltip } from "@mantine/core";
import { IconHistory } from "@tabler/icons-react";
import { useState } from "react";
import { historyOf } from "../document/document.ts";
import type { Builder } from "../use-builder.ts";

/** What was done to the draft, newest first; a click goes back to before it or forward to after it. */
export const HistoryMenu = ({ builder }: { builder: Builder }) => {
  const { undone, done } = historyOf(builder.document);
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Menu opened={isOpen} onChange={setIsOpen} position="top-start" width={260} withinPortal>
      <Menu.Target>
        <Tooltip label="Changes" disabled={isOpen}>
          <ActionIcon aria-label="Changes" disabled={undone.length + done.length === 0}>
            <IconHistory size={17} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        <ScrollArea.Autosize mah={320} type="auto">
          {undone.map(({ label, steps }) => (
            <Menu.Item
              key={`redo ${steps}`}
              className="builder-history-undone"
              onClick={() => builder.travel(steps)}
            >
              Redo: {label}
            </Menu.Item>
          ))}
          <Menu.Label>Now</Menu.Label>
          {done.map(({ label, steps }) => (
            <Menu.Item key={`undo ${steps}`} onClick={() => builder.travel(steps)}>
              Undo: {label}
            </Menu.Item>
          ))}
        </ScrollArea.Autosize>
      </Menu.Dropdown>
    </Menu>
  );
};
