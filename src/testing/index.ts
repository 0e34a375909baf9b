/** The test universe: what tests share. Imported only by tests. */
export { type TestDatabase, testDatabase } from "./database/test-database.ts";
export { aMessage, newContactId } from "./runner/new-events.ts";
export { realEngine } from "./runner/real-engine.ts";
export { type SeededWorkspace, seedWorkspace } from "./runner/seed-workspace.ts";
export { supportRunGraph } from "./runner/support-run.ts";
export {
  type TestWorkspace,
  aConversation,
  aWorkspace,
  askGraph,
  testPassword,
} from "./doors/a-workspace.ts";
export { type SocketClient, openClient } from "./doors/socket-client.ts";
export { type OpenDoors, openDoors, realLimits } from "./doors/open-doors.ts";
