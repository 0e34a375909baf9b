/** The test universe: what tests share. Imported only by tests. */
export { type TestDatabase, testDatabase } from "./database/test-database.ts";
export {
  type TestWorkspace,
  aConversation,
  aWorkflowTest,
  aWorkspace,
  askGraph,
  testPassword,
} from "./doors/a-workspace.ts";
export { browsersOf } from "./doors/browsers-of.ts";
export { signIdentity } from "./doors/sign-identity.ts";
export { type SocketClient, openClient } from "./doors/socket-client.ts";
export { type OpenDoors, openDoors, realLimits } from "./doors/open-doors.ts";
export * from "./runner/index.ts";
export * from "./crash/index.ts";
export * from "./integrations/index.ts";
export * from "./insights/index.ts";
