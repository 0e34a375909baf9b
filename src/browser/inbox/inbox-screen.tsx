import { flattenConversations, useConversations, useTeams } from "#browser/data";
import { EmptyState, KeyHint, useIsPhone } from "#browser/ui";
import { useHotkeys, useLocalStorage } from "@mantine/hooks";
import { IconMessages } from "@tabler/icons-react";
import { useEffect, useMemo, useRef, useState } from "react";
import type { ComposerHandle } from "./conversation/composer.tsx";
import type { DraftKind } from "./drafts.ts";
import type { InboxScreenProps } from "./inbox-props.ts";
import { ConversationList } from "./list/conversation-list.tsx";
import { neighbourOf } from "./neighbour.ts";
import { OpenConversation } from "./open-conversation.tsx";
import { ShortcutsSheet } from "./shortcuts-sheet.tsx";
import { ViewSelect } from "./view-select.tsx";
import { titleOf } from "./views.tsx";
import { ViewsColumn } from "./views-column.tsx";
import "./inbox.css";

const NothingOpen = () => (
  <EmptyState icon={<IconMessages size={22} />} title="Choose a conversation">
    <KeyHint keys={["j"]} /> opens the first, <KeyHint keys={["?"]} /> shows all keys.
  </EmptyState>
);

/** Whether the details stand open: remembered on a desk, a screen of its own on a phone. */
const useDetails = (conversationId: string | null, isPhone: boolean) => {
  const [isWanted, setIsWanted] = useLocalStorage({
    key: "switchboard.inbox.details",
    defaultValue: true,
    getInitialValueInEffect: false,
  });
  const [phoneId, setPhoneId] = useState<string | null>(null);
  const isOpen = conversationId !== null && (isPhone ? phoneId === conversationId : isWanted);
  const setIsOpen = (next: boolean) =>
    isPhone ? setPhoneId(next ? conversationId : null) : setIsWanted(next);
  return [isOpen, setIsOpen] as const;
};

/** Opens the next and the previous conversation of the list, from where the open one was last seen. */
const useNeighbours = (
  ids: readonly string[],
  openId: string | null,
  onOpen: (conversationId: string) => void,
) => {
  const lastIndexRef = useRef(0);
  useEffect(() => {
    const index = openId === null ? -1 : ids.indexOf(openId);
    if (index !== -1) lastIndexRef.current = index;
  }, [ids, openId]);
  return (direction: 1 | -1) => {
    const next = neighbourOf(ids, openId, lastIndexRef.current, direction);
    if (next !== null) onOpen(next);
  };
};

/** The agents' desk: views, conversations, the open thread, and what is known about it. On a phone one of them at a time. */
export const InboxScreen = (props: InboxScreenProps) => {
  const { filter, conversationId, onOpen, onFilter } = props;
  const isPhone = useIsPhone();
  const query = useConversations(filter);
  const conversations = useMemo(() => flattenConversations(query.data), [query.data]);
  const ids = useMemo(() => conversations.map((one) => one.id), [conversations]);
  const team = useTeams().data?.find((one) => one.id === filter.teamId);
  const title = titleOf(filter, team?.name);
  // opening another conversation starts with a reply again
  const [noteOf, setNoteOf] = useState<string | null>(null);
  const kind = noteOf !== null && noteOf === conversationId ? "note" : "reply";
  const [assignSignal, setAssignSignal] = useState(0);
  const [isSheetOpen, setIsSheetOpen] = useState(false);
  const [areDetailsOpen, setDetails] = useDetails(conversationId, isPhone);
  const composerRef = useRef<ComposerHandle>(null);
  const go = useNeighbours(ids, conversationId, onOpen);
  const write = (next: DraftKind) => {
    setNoteOf(next === "note" ? conversationId : null);
    composerRef.current?.focus();
    // of a closed conversation the field stands there only once the change is drawn
    requestAnimationFrame(() => composerRef.current?.focus());
  };
  useHotkeys([
    ["j", () => go(1)],
    ["k", () => go(-1)],
    ["r", () => write("reply")],
    ["n", () => write("note")],
    ["a", () => setAssignSignal((signal) => signal + 1)],
    ["i", () => setDetails(!areDetailsOpen)],
    ["?", () => setIsSheetOpen(true)],
    ["shift+?", () => setIsSheetOpen(true)],
  ]);
  return (
    <div className="inbox" data-details={areDetailsOpen || undefined}>
      {!isPhone && <ViewsColumn filter={filter} onFilter={onFilter} />}
      {(!isPhone || conversationId === null) && (
        <section className="inbox-list" aria-label={title}>
          <header className="inbox-list-head">
            <h2 className="inbox-list-title">{title}</h2>
            <ViewSelect filter={filter} onFilter={onFilter} />
          </header>
          <ConversationList
            filter={filter}
            query={query}
            conversations={conversations}
            chosenId={conversationId}
            onOpen={onOpen}
          />
        </section>
      )}
      {conversationId === null && !isPhone && (
        <section className="inbox-pane">{ids.length > 0 && <NothingOpen />}</section>
      )}
      {conversationId !== null && (
        <OpenConversation
          {...props}
          conversationId={conversationId}
          composer={{ ref: composerRef, kind, onKind: write }}
          assignSignal={assignSignal}
          areDetailsOpen={areDetailsOpen}
          onDetails={setDetails}
          isPhone={isPhone}
        />
      )}
      <ShortcutsSheet isOpen={isSheetOpen} onClose={() => setIsSheetOpen(false)} />
    </div>
  );
};
