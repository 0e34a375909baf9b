import { IconAction } from "#browser/ui";
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconKeyboard,
  IconLayoutDistributeVertical,
  IconNote,
  IconSearch,
} from "@tabler/icons-react";
import type { ReactNode } from "react";
import { HistoryMenu } from "../history/history-menu.tsx";
import type { Builder } from "../use-builder.ts";
import type { CanvasCommand } from "./keyboard/canvas-command.ts";
import { keysOf } from "./keyboard/shown-keys.ts";

interface CanvasToolsProps {
  readonly builder: Builder;
  readonly commands: readonly CanvasCommand[];
}

/** The commands that have a button beside the zoom. */
export const CanvasTools = ({ builder, commands }: CanvasToolsProps) => {
  const { past, future } = builder.document;
  return (
    <>
      <CommandTool commands={commands} label="Undo" what={past.at(-1)?.label}>
        <IconArrowBackUp size={17} />
      </CommandTool>
      <CommandTool commands={commands} label="Redo" what={future.at(-1)?.label}>
        <IconArrowForwardUp size={17} />
      </CommandTool>
      <HistoryMenu builder={builder} />
      <CommandTool commands={commands} label="Tidy up">
        <IconLayoutDistributeVertical size={17} />
      </CommandTool>
      <CommandTool commands={commands} label="Add a note">
        <IconNote size={17} />
      </CommandTool>
      <CommandTool commands={commands} label="Search the steps">
        <IconSearch size={17} />
      </CommandTool>
      <CommandTool commands={commands} label="All keys">
        <IconKeyboard size={17} />
      </CommandTool>
      <span className="graph-tools-gap" />
    </>
  );
};

interface CommandToolProps {
  readonly commands: readonly CanvasCommand[];
  readonly label: string;
  /** What it would be done to. */
  readonly what?: string | undefined;
  readonly children: ReactNode;
}

/** A command as a button, with its keys in the tooltip. */
const CommandTool = ({ commands, label, what, children }: CommandToolProps) => {
  const command = commands.find((one) => one.label === label);
  if (command === undefined) return null;
  return (
    <IconAction
      label={what === undefined ? label : `${label}: ${what}`}
      keys={keysOf(command).join("+")}
      disabled={!command.isEnabled}
      onClick={() => command.act?.()}
    >
      {children}
    </IconAction>
  );
};
