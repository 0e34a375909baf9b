import { Button, Tooltip } from "@mantine/core";
import { IconRocket } from "@tabler/icons-react";
import { useState } from "react";
import { PublishDialog } from "./publish-dialog.tsx";
import type { Publishable } from "./publishable.ts";
import { useMayPublish } from "./use-may-publish.ts";

const mayNot =
  "You may edit this workflow, and not publish it. An owner or admin can give you that right.";

/** Opens what would change, what has to be mended first, and the way to publish. */
export const PublishButton = (props: Publishable) => {
  const [isOpen, setIsOpen] = useState(false);
  const isAllowed = useMayPublish();
  const errorCount = props.findings.filter(({ severity }) => severity === "error").length;
  return (
    <>
      <Tooltip
        label={mayNot}
        multiline
        maw={280}
        disabled={isAllowed}
        events={{ hover: true, focus: true, touch: true }}
      >
        <Button
          leftSection={<IconRocket size={16} />}
          // Not `disabled`: what cannot be focused cannot say why it is off.
          aria-disabled={!isAllowed}
          {...(isAllowed ? {} : { "data-disabled": true, "aria-description": mayNot })}
          aria-haspopup="dialog"
          onClick={() => isAllowed && setIsOpen(true)}
        >
          Publish
          {errorCount > 0 && <span className="builder-count">{errorCount}</span>}
        </Button>
      </Tooltip>
      <PublishDialog {...props} isOpen={isOpen} onClose={() => setIsOpen(false)} />
    </>
  );
};
