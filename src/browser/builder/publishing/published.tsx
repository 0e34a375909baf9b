import { explainError, useUnpublish } from "#browser/data";
import { notifyDone, notifyFailed } from "#browser/ui";
import type { VersionBody, WorkflowBody } from "#contract";
import { Button, Text } from "@mantine/core";
import { IconCircleCheck } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { paths } from "../paths.ts";
import type { Replaced } from "./publishable.ts";

interface PublishedProps {
  readonly version: VersionBody;
  readonly replaced: Replaced;
  readonly workflow: WorkflowBody;
  /** Puts the version that was live before in the draft's place. */
  readonly onBack: (replaced: NonNullable<Replaced>) => void;
  readonly onClose: () => void;
}

/** Says which version is live now, with the ways on and back. */
export const Published = ({ version, replaced, workflow, onBack, onClose }: PublishedProps) => {
  const { mutate: unpublish, isPending } = useUnpublish(workflow.id);
  const takeDown = () =>
    unpublish(undefined, {
      onSuccess: () => {
        notifyDone("The workflow is no longer live");
        onClose();
      },
      onError: (error) => notifyFailed("It is still live", explainError(error)),
    });
  return (
    <div className="publish-done" role="status">
      <IconCircleCheck size={34} />
      <strong>Version {version.number} is live</strong>
      {version.name !== "" && <span>{version.name}</span>}
      <Text c="dimmed" size="sm">
        New runs start on it from now on.
      </Text>
      <div className="publish-buttons">
        <Button variant="default" onClick={onClose} data-autofocus>
          Back to the canvas
        </Button>
        <Button
          variant="default"
          renderRoot={(props) => (
            <Link
              {...props}
              to={paths.workflow(workflow.id)}
              search={{ part: "runs" }}
              onClick={onClose}
            />
          )}
        >
          See its runs
        </Button>
        {replaced === null ? (
          <Button variant="subtle" color="gray" loading={isPending} onClick={takeDown}>
            Take it down
          </Button>
        ) : (
          <Button variant="subtle" color="gray" onClick={() => onBack(replaced)}>
            Go back to version {replaced.version.number}…
          </Button>
        )}
      </div>
    </div>
  );
};
