import { explainError } from "#browser/data";
import type { CardId, Focus } from "#browser/graph";
import { ErrorState, LoadingState } from "#browser/ui";
import { Modal, Text } from "@mantine/core";
import { useState } from "react";
import { DifferenceGraph } from "../difference/difference-graph.tsx";
import type { Publishable, Replaced } from "./publishable.ts";
import { PublishForm } from "./publish-form.tsx";
import { Published } from "./published.tsx";
import "./publishing.css";
import { useDifference } from "../difference/use-difference.ts";
import { type LiveVersion, useLiveVersion } from "./use-live-version.ts";
import { usePublishing } from "./use-publishing.ts";

interface PublishDialogProps extends Publishable {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** What publishing would change, what it needs first, and what came of it. */
export const PublishDialog = ({ isOpen, onClose, ...props }: PublishDialogProps) => (
  <Modal
    opened={isOpen}
    onClose={onClose}
    title={<Text fw={600}>Publish “{props.workflow.name}”</Text>}
    size="min(1240px, 94vw)"
    padding={0}
    classNames={{ content: "publish-modal", body: "publish-body", header: "publish-header" }}
  >
    {isOpen && <DialogBody {...props} onClose={onClose} />}
  </Modal>
);

type BodyProps = Omit<PublishDialogProps, "isOpen">;

const DialogBody = (props: BodyProps) => {
  const compared = useLiveVersion(props.workflow.id);
  const { graph } = props.builder;
  const publishing = usePublishing({
    workflowId: props.workflow.id,
    graph,
    flush: props.flush,
    onRefused: props.onRefused,
  });
  // What it replaced: after publishing, the live version is the new one.
  const [replaced, setReplaced] = useState<Replaced>(null);
  const [firstName, setFirstName] = useState("");
  if (publishing.published !== null)
    return (
      <Published
        version={publishing.published}
        replaced={replaced}
        workflow={props.workflow}
        onBack={({ version, graph: before }) => {
          const name = `Back to version ${version.number}`;
          props.builder.replace(before, name);
          setFirstName(name);
          publishing.reset();
        }}
        onClose={props.onClose}
      />
    );
  if (compared.state === "loading")
    return <LoadingState shape="text" rows={6} label="Loading what is live" />;
  if (compared.state === "failed")
    return (
      <ErrorState title="What is live could not be loaded" onRetry={compared.retry}>
        {explainError(compared.error)}
      </ErrorState>
    );
  return (
    <Review
      {...props}
      compared={compared}
      publishing={publishing}
      firstName={firstName}
      onPublish={() => setReplaced(compared.live === null ? null : compared.base)}
    />
  );
};

interface ReviewProps extends BodyProps {
  readonly compared: Extract<LiveVersion, { state: "known" }>;
  readonly publishing: ReturnType<typeof usePublishing>;
  /** What the version is called unless somebody says otherwise. */
  readonly firstName: string;
  readonly onPublish: () => void;
}

const Review = ({ compared, publishing, onPublish, ...props }: ReviewProps) => {
  const { graph } = props.builder;
  const [focus, setFocus] = useState<Focus | null>(null);
  const { difference, sentences } = useDifference(compared.base?.graph ?? graph, graph);
  const show = (card: CardId) => setFocus({ card });
  return (
    <div className="publish-review">
      <div className="publish-graph">
        <DifferenceGraph
          difference={difference}
          label="The draft, with what is new, gone and changed"
          focus={focus}
        />
      </div>
      <PublishForm
        {...props}
        compared={compared}
        difference={difference}
        sentences={sentences}
        publishing={publishing}
        onPublish={(publication) => {
          onPublish();
          void publishing.publish(publication);
        }}
        onLook={show}
        onFinding={(finding) => {
          props.onClose();
          props.onFinding(finding);
        }}
      />
    </div>
  );
};
