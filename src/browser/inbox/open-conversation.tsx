import { ApiProblem, explainError, useConversation } from "#browser/data";
import { EmptyState, ErrorState, LoadingState } from "#browser/ui";
import { IconMessages } from "@tabler/icons-react";
import type { Ref } from "react";
import type { ComposerHandle } from "./conversation/composer.tsx";
import { ConversationPane } from "./conversation/conversation-pane.tsx";
import { DetailsPanel } from "./details/details-panel.tsx";
import type { DraftKind } from "./drafts.ts";
import type { InboxScreenProps } from "./inbox-props.ts";

interface OpenConversationProps extends InboxScreenProps {
  readonly conversationId: string;
  readonly composer: {
    readonly ref: Ref<ComposerHandle>;
    readonly kind: DraftKind;
    readonly onKind: (kind: DraftKind) => void;
  };
  readonly assignSignal: number;
  readonly areDetailsOpen: boolean;
  readonly onDetails: (areOpen: boolean) => void;
  readonly isPhone: boolean;
}

/** The thread of one conversation and its details, or why they are not there. */
export const OpenConversation = (props: OpenConversationProps) => {
  const { conversationId, isPhone, areDetailsOpen, onDetails, renderRunLink } = props;
  const detail = useConversation(conversationId);
  if (detail.isPending) {
    return (
      <section className="inbox-pane">
        <LoadingState rows={6} label="Loading the conversation" />
      </section>
    );
  }
  if (detail.isError && detail.data === undefined) {
    const isGone =
      detail.error instanceof ApiProblem && detail.error.status < 500 && detail.error.status >= 400;
    return (
      <section className="inbox-pane">
        {isGone ? (
          <EmptyState icon={<IconMessages size={22} />} title="There is no such conversation">
            It may have been erased, or the address is not right.
          </EmptyState>
        ) : (
          <ErrorState
            title="The conversation could not be loaded"
            onRetry={() => void detail.refetch()}
            isRetrying={detail.isFetching}
          >
            {explainError(detail.error)}
          </ErrorState>
        )}
      </section>
    );
  }
  const panel = areDetailsOpen && (
    <DetailsPanel
      key={conversationId}
      detail={detail.data}
      isPhone={isPhone}
      onBack={() => onDetails(false)}
      renderRunLink={renderRunLink}
    />
  );
  if (isPhone && areDetailsOpen) return panel;
  return (
    <>
      <ConversationPane
        detail={detail.data}
        composerRef={props.composer.ref}
        kind={props.composer.kind}
        onKind={props.composer.onKind}
        isPhone={isPhone}
        areDetailsOpen={areDetailsOpen}
        assignSignal={props.assignSignal}
        onBack={() => props.onOpen(null)}
        onDetails={() => onDetails(!areDetailsOpen)}
        renderRunLink={renderRunLink}
      />
      {panel}
    </>
  );
};
