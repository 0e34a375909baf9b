import type { ConversationFilter } from "#browser/data";
import type { ReactNode } from "react";

/** What the inbox shows and how it asks for another place; the app room turns it into addresses. */
export interface InboxScreenProps {
  readonly filter: ConversationFilter;
  readonly conversationId: string | null;
  readonly onFilter: (filter: ConversationFilter) => void;
  readonly onOpen: (conversationId: string | null) => void;
  /** Draws a link to a run on the canvas. */
  readonly renderRunLink: RenderRunLink;
}

export type RenderRunLink = (runId: string, label: ReactNode) => ReactNode;
