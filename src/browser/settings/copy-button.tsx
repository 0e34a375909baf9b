import { Button, CopyButton as Copying } from "@mantine/core";
import { IconCheck, IconCopy } from "@tabler/icons-react";

/** Puts a text on the clipboard and says so. */
export const CopyButton = ({ text }: { text: string }) => (
  <Copying value={text} timeout={2_000}>
    {({ copied, copy }) => (
      <Button
        variant="default"
        size="xs"
        onClick={copy}
        leftSection={copied ? <IconCheck size={14} /> : <IconCopy size={14} />}
      >
        {copied ? "Copied" : "Copy"}
      </Button>
    )}
  </Copying>
);
