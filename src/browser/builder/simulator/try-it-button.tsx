import { Button } from "@mantine/core";
import { useHotkeys } from "@mantine/hooks";
import { IconPlayerPlay } from "@tabler/icons-react";
import "./simulator.css";
import "./tests/tests.css";

/** Opens and closes the simulator; by key too. */
export const TryItButton = ({
  isOpen,
  onToggle,
}: {
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}) => {
  useHotkeys([["mod+Enter", onToggle]], []);
  return (
    <Button
      className="try-it"
      aria-label="Try it"
      variant={isOpen ? "light" : "default"}
      leftSection={<IconPlayerPlay size={16} />}
      aria-pressed={isOpen}
      aria-keyshortcuts="Control+Enter"
      title="Try it · Ctrl+Enter"
      onClick={onToggle}
    >
      Try it
    </Button>
  );
};
