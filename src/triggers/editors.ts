/** The editor of every trigger type; a forgotten one is a compile error that names it. */
import type { TriggerTypeName } from "#triggers";
import { chatOpenedEditor } from "./chat-opened/editor.tsx";
import { conversationOpenedEditor } from "./conversation-opened/editor.tsx";
import type { TriggerEditor } from "./editor-contract.ts";
import { manualEditor } from "./manual/editor.tsx";
import { pageViewEditor } from "./page-view/editor.tsx";

export type { TriggerEditor } from "./editor-contract.ts";

export const triggerEditors: Readonly<Record<TriggerTypeName, TriggerEditor>> = {
  conversation_opened: conversationOpenedEditor,
  chat_opened: chatOpenedEditor,
  page_view: pageViewEditor,
  manual: manualEditor,
};
