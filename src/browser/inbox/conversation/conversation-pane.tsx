import type { ConversationDetailBody } from "#contract";
import { useMe, useMembers } from "#browser/data";
import { useHotkeys } from "@mantine/hooks";
import type { Ref } from "react";
import type { DraftKind } from "../drafts.ts";
import { floorWords } from "../floor-words.ts";
import type { RenderRunLink } from "../inbox-props.ts";
import { Composer, type ComposerHandle } from "./composer.tsx";
import { ConversationHeader } from "./conversation-header.tsx";
import { ConversationThread } from "./conversation-thread.tsx";
import { useCloseOrReopen } from "./use-close-or-reopen.ts";
import "./conversation.css";

interface ConversationPaneProps {
  readonly detail: ConversationDetailBody;
  readonly composerRef: Ref<ComposerHandle>;
  readonly kind: DraftKind;
  readonly onKind: (kind: DraftKind) => void;
  readonly isPhone: boolean;
  readonly areDetailsOpen: boolean;
  readonly assignSignal: number;
  readonly onBack: () => void;
  readonly onDetails: () => void;
  readonly renderRunLink: RenderRunLink;
}

/** The open conversation: header, thread and composer. */
export const ConversationPane = (props: ConversationPaneProps) => {
  const { detail, composerRef } = props;
  const { conversation, runs, visitor } = detail;
  const me = useMe();
  const members = useMembers();
  const closeOrReopen = useCloseOrReopen(conversation);
  const floor = floorWords(conversation, runs, members.data ?? [], me.data?.member.id ?? "");
  useHotkeys([["e", closeOrReopen.run]]);
  return (
    <section
      className="inbox-pane"
      aria-label={`Conversation with ${conversation.contact.display_name}`}
    >
      <ConversationHeader
        conversation={conversation}
        floor={floor}
        isConnected={visitor?.is_connected ?? false}
        isPhone={props.isPhone}
        areDetailsOpen={props.areDetailsOpen}
        assignSignal={props.assignSignal}
        isBusy={closeOrReopen.isBusy}
        onBack={props.onBack}
        onDetails={props.onDetails}
        onCloseOrReopen={closeOrReopen.run}
      />
      <ConversationThread
        key={conversation.id}
        conversation={conversation}
        renderRunLink={props.renderRunLink}
      />
      <Composer
        ref={composerRef}
        conversationId={conversation.id}
        contactName={conversation.contact.display_name}
        kind={props.kind}
        onKind={props.onKind}
        hint={floor?.hint ?? null}
        isClosed={conversation.status === "closed"}
        onReopen={closeOrReopen.run}
        isReopening={closeOrReopen.isBusy}
      />
    </section>
  );
};
