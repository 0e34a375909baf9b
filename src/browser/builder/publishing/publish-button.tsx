import type { CardId } from "#browser/graph";
import type { VersionBody } from "#contract";
import type { Graph } from "#core/domain";
import { Button, Popover, Text, Textarea } from "@mantine/core";
import { IconCircleCheck, IconRocket } from "@tabler/icons-react";
import { useState } from "react";
import type { Finding } from "../findings/finding.ts";
import { FindingsList } from "./findings-list.tsx";
import { usePublishing } from "./use-publishing.ts";

interface PublishButtonProps {
  readonly workflowId: string;
  readonly graph: Graph;
  readonly findings: readonly Finding[];
  /** The findings are not those of the newest draft yet. */
  readonly isChecking: boolean;
  readonly isChanged: boolean;
  /** Brings the newest draft to the server; false when that did not work. */
  readonly flush: () => Promise<boolean>;
  readonly onShow: (card: CardId) => void;
  readonly onRefused: (findings: readonly Finding[]) => void;
}

/** Publishes the draft, or says what has to be mended first and where. */
export const PublishButton = ({
  findings,
  isChecking,
  isChanged,
  onShow,
  ...draft
}: PublishButtonProps) => {
  const [isOpen, setIsOpen] = useState(false);
  const publishing = usePublishing(draft);
  const errorCount = findings.filter(({ severity }) => severity === "error").length;
  const open = (opened: boolean) => {
    setIsOpen(opened);
    publishing.reset();
  };
  return (
    <Popover
      opened={isOpen}
      onChange={open}
      width={380}
      position="bottom-end"
      trapFocus
      shadow="md"
      withinPortal
    >
      <Popover.Target>
        <Button
          leftSection={<IconRocket size={16} />}
          onClick={() => open(!isOpen)}
          aria-expanded={isOpen}
        >
          Publish
          {errorCount > 0 && <span className="builder-count">{errorCount}</span>}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className="builder-publish">
        {publishing.published !== null ? (
          <Published version={publishing.published} onClose={() => open(false)} />
        ) : (
          <>
            <FindingsList
              graph={draft.graph}
              findings={findings}
              onShow={(card) => {
                open(false);
                onShow(card);
              }}
            />
            <PublishForm
              errorCount={errorCount}
              isChanged={isChanged}
              isBusy={publishing.isBusy || isChecking}
              failure={publishing.failure}
              onPublish={(note) => void publishing.publish(note)}
            />
          </>
        )}
      </Popover.Dropdown>
    </Popover>
  );
};

interface PublishFormProps {
  readonly errorCount: number;
  readonly isChanged: boolean;
  readonly isBusy: boolean;
  readonly failure: string | null;
  readonly onPublish: (note: string) => void;
}

const PublishForm = ({ errorCount, isChanged, isBusy, failure, onPublish }: PublishFormProps) => {
  const [note, setNote] = useState("");
  const mend =
    errorCount === 1 ? "Mend this, then publish." : `Mend these ${errorCount}, then publish.`;
  return (
    <>
      {errorCount === 0 && (
        <Textarea
          label="What changed"
          placeholder="Optional, for the list of versions"
          autosize
          minRows={2}
          maxLength={500}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
          data-autofocus
        />
      )}
      <Text c="dimmed" size="sm">
        {errorCount > 0
          ? mend
          : "New runs start on the new version at once. Runs in progress finish on theirs."}
      </Text>
      {failure !== null && (
        <Text c="red" size="sm" role="alert">
          {failure}
        </Text>
      )}
      <Button fullWidth loading={isBusy} disabled={errorCount > 0} onClick={() => onPublish(note)}>
        {isChanged ? "Publish the draft" : "Publish again"}
      </Button>
    </>
  );
};

const Published = ({ version, onClose }: { version: VersionBody; onClose: () => void }) => (
  <div className="builder-published" role="status">
    <IconCircleCheck size={30} />
    <strong>Version {version.number} is live</strong>
    <Text c="dimmed" size="sm">
      New runs start on it from now on.
    </Text>
    <Button variant="default" onClick={onClose} data-autofocus>
      Back to the canvas
    </Button>
  </div>
);
