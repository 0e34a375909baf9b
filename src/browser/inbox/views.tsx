import type { ConversationFilter, InboxView } from "#browser/data";
import { IconArchive, IconInbox, IconUser, IconUserQuestion } from "@tabler/icons-react";
import type { ReactNode } from "react";

/** The views in their order, with what is said when one is empty. */
export const views: readonly {
  readonly view: InboxView;
  readonly title: string;
  readonly icon: ReactNode;
  readonly emptyTitle: string;
  readonly emptyText: string;
}[] = [
  {
    view: "mine",
    title: "Mine",
    icon: <IconUser size={16} />,
    emptyTitle: "Nothing is assigned to you",
    emptyText: "Conversations given to you appear here at once.",
  },
  {
    view: "unassigned",
    title: "Unassigned",
    icon: <IconUserQuestion size={16} />,
    emptyTitle: "Nobody is waiting for an assignee",
    emptyText: "Conversations without an assignee appear here.",
  },
  {
    view: "all",
    title: "All open",
    icon: <IconInbox size={16} />,
    emptyTitle: "No open conversations",
    emptyText: "When a contact writes, the conversation appears here at once.",
  },
  {
    view: "closed",
    title: "Closed",
    icon: <IconArchive size={16} />,
    emptyTitle: "No closed conversations",
    emptyText: "Closed conversations are kept here.",
  },
];

/** What a filter is called. */
export const titleOf = (filter: ConversationFilter, teamName: string | undefined) =>
  teamName ?? views.find((one) => one.view === filter.view)?.title ?? "All open";
