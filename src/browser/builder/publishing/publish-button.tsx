import type { VersionBody } from "#contract";
import { ApiProblem, explainError, usePublish } from "#browser/data";
import type { CardId } from "#browser/graph";
import type { Graph } from "#core/domain";
import { Button, Popover, Text, Textarea } from "@mantine/core";
import { IconCircleCheck, IconRocket } from "@tabler/icons-react";
import { useState } from "react";
import type { Finding } from "../findings/finding.ts";
import { FindingsList } from "./findings-list.tsx";
import { toServerFindings } from "./to-server-findings.ts";

interface PublishButtonProps {
  readonly workflowId: string;
  readonly graph: Graph;
  readonly findings: readonly Finding[];
  readonly isChanged: boolean;
  /** Brings the newest draft to the server; false when that did not work. */
  readonly flush: () => Promise<boolean>;
  readonly onShow: (card: CardId) => void;
  readonly onRefused: (findings: readonly Finding[]) => void;
}

/** Publishes the draft, or says what has to be mended first and where. */
export const PublishButton = ({
  workflowId,
  graph,
  findings,
  isChanged,
  flush,
  onShow,
  onRefused,
}: PublishButtonProps) => {
  const [isOpen, setIsOpen] = useState(false);
  const [note, setNote] = useState("");
  const [failure, setFailure] = useState<string | null>(null);
  const [published, setPublished] = useState<VersionBody | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const { mutateAsync } = usePublish(workflowId);
  const errorCount = findings.filter(({ severity }) => severity === "error").length;
  const start = async () => {
    setFailure(null);
    setIsBusy(true);
    try {
      if (!(await flush()))
        setFailure("The draft could not be saved, so it was not published. Try again in a moment.");
      else {
        setPublished(await mutateAsync({ note }));
        setNote("");
      }
    } catch (error) {
      const refused =
        error instanceof ApiProblem && error.code === "publish_refused"
          ? toServerFindings(error.errors, graph)
          : [];
      if (refused.length > 0) onRefused(refused);
      else setFailure(explainError(error));
    }
    setIsBusy(false);
  };
  const open = (opened: boolean) => {
    setIsOpen(opened);
    setFailure(null);
    setPublished(null);
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
        {published === null ? (
          <>
            {findings.length > 0 && (
              <FindingsList
                graph={graph}
                findings={findings}
                onShow={(card) => {
                  open(false);
                  onShow(card);
                }}
              />
            )}
            {errorCount > 0 ? (
              <Text c="dimmed" size="sm">
                {errorCount === 1
                  ? "Mend this, then publish."
                  : `Mend these ${errorCount}, then publish.`}
              </Text>
            ) : (
              <>
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
                <Text c="dimmed" size="sm">
                  New runs start on the new version at once. Runs in progress finish on theirs.
                </Text>
              </>
            )}
            {failure !== null && (
              <Text c="red" size="sm" role="alert">
                {failure}
              </Text>
            )}
            <Button
              fullWidth
              loading={isBusy}
              disabled={errorCount > 0}
              onClick={() => void start()}
            >
              {isChanged ? "Publish the draft" : "Publish again"}
            </Button>
          </>
        ) : (
          <div className="builder-published" role="status">
            <IconCircleCheck size={30} />
            <strong>Version {published.number} is live</strong>
            <Text c="dimmed" size="sm">
              New runs start on it from now on.
            </Text>
            <Button variant="default" onClick={() => open(false)} data-autofocus>
              Back to the canvas
            </Button>
          </div>
        )}
      </Popover.Dropdown>
    </Popover>
  );
};
