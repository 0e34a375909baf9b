/** The test universe: what tests share. Imported only by tests. */
export { type TestDatabase, testDatabase } from "./database/test-database.ts";
