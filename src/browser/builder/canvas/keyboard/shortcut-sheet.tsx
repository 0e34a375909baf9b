import { KeyHint } from "#browser/ui";
import { Modal } from "@mantine/core";
import { type CanvasCommand, commandGroups } from "./canvas-command.ts";
import { keysOf } from "./shown-keys.ts";

interface ShortcutSheetProps {
  readonly commands: readonly CanvasCommand[];
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Every key of the canvas, from the list that the keys themselves come from. */
export const ShortcutSheet = ({ commands, isOpen, onClose }: ShortcutSheetProps) => (
  <Modal opened={isOpen} onClose={onClose} title="Keys on the canvas" size={760}>
    <div className="builder-sheet">
      {commandGroups.map((group) => {
        const shown = commands.filter(
          (command) => command.group === group && command.keys.length > 0,
        );
        return (
          <section key={group}>
            <h3>{group}</h3>
            <dl className="builder-keys">
              {shown.map((command) => (
                <div key={command.label}>
                  <dt>{command.label}</dt>
                  <dd>
                    <KeyHint keys={keysOf(command)} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        );
      })}
    </div>
  </Modal>
);
