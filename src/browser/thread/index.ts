/** Messages of one conversation as everybody on the team sees them. */
export { MessageThread, type MessageThreadProps } from "./message-thread.tsx";
export type { PendingMessage } from "./pending-message.ts";
export { Markdown } from "./markdown.tsx";
