/** The test universe: what tests share. Imported only by tests. */
export { type TestDatabase, testDatabase } from "./database/test-database.ts";
export { aMessage, newContactId } from "./runner/new-events.ts";
export { realEngine } from "./runner/real-engine.ts";
export { type SeededWorkspace, seedWorkspace } from "./runner/seed-workspace.ts";
export { supportRunGraph } from "./runner/support-run.ts";
