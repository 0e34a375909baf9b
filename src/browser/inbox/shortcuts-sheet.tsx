import { KeyHint } from "#browser/ui";
import { Modal } from "@mantine/core";

const shortcuts: readonly { readonly keys: readonly string[]; readonly does: string }[] = [
  { keys: ["j"], does: "Next conversation" },
  { keys: ["k"], does: "Previous conversation" },
  { keys: ["r"], does: "Reply" },
  { keys: ["n"], does: "Private note" },
  { keys: ["a"], does: "Assign" },
  { keys: ["e"], does: "Close, or reopen a closed one" },
  { keys: ["i"], does: "Show or hide details" },
  { keys: ["Enter"], does: "Send what is written" },
  { keys: ["Shift", "Enter"], does: "New line" },
  { keys: ["Esc"], does: "Leave the text field" },
  { keys: ["?"], does: "This list" },
];

/** Lists what the keyboard can do here. */
export const ShortcutsSheet = ({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) => (
  <Modal opened={isOpen} onClose={onClose} title="Keyboard" size="sm">
    <dl className="inbox-shortcuts">
      {shortcuts.map(({ keys, does }) => (
        <div key={does}>
          <dt>{does}</dt>
          <dd>
            <KeyHint keys={keys} />
          </dd>
        </div>
      ))}
    </dl>
  </Modal>
);
