/** The HTTP and socket doors: one endpoint per file; each checks who asks, parses, calls a command or a read, and presents. */
export { buildApp } from "./app.ts";
export type { Doors } from "./doors.ts";
export { createDatabaseWatch } from "./requests/database-watch.ts";
export { createRequestLimits } from "./requests/request-limits.ts";
export { attachSockets } from "./sockets/attach-sockets.ts";
export { createConnectedVisitors } from "./sockets/connected-visitors.ts";
export { createDraftRooms } from "./sockets/draft-rooms.ts";
export { createTypingRelay } from "./sockets/typing-relay.ts";
export { createWidgetConfigs } from "./widget/widget-configs.ts";
export { createWidgetSightings } from "./widget/widget-sightings.ts";
