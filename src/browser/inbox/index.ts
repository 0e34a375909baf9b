/** The agents' desk: conversations of the workspace, live. */
export { InboxScreen } from "./inbox-screen.tsx";
export type { InboxScreenProps } from "./inbox-props.ts";
