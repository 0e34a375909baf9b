/** Vitest global setup of the database tests: one PostgreSQL server per run, with a migrated database to clone. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { createLogger, startEmbeddedPostgres } from "#server/platform";
import { createStore, migrate } from "#server/store";
import { Client } from "pg";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  export interface ProvidedContext {
    /** Address of the `postgres` database of the server that tests use. */
    databaseServer: string;
  }
}

/** Name of the migrated database that each test file gets a copy of. */
export const TEMPLATE = "switchboard_template";

let stop: () => Promise<void> = async () => undefined;

/** Starts the server, or takes the one that `TEST_DATABASE_URL` names, and makes the template. */
export async function setup(project: TestProject): Promise<void> {
  const server = process.env["TEST_DATABASE_URL"] ?? (await startServer());
  await makeTemplate(server);
  project.provide("databaseServer", server);
}

/** Stops the server when the last test is finished. */
export async function teardown(): Promise<void> {
  await stop();
}

async function startServer(): Promise<string> {
  const dataDir = await mkdtemp(path.join(tmpdir(), "switchboard-tests-"));
  const server = await startEmbeddedPostgres({
    dataDir,
    log: createLogger({ level: "error", format: "text" }),
    address: "a test run",
    // nothing here has to survive a power cut
    settings: { fsync: "off", full_page_writes: "off", max_connections: "200" },
  });
  stop = async () => {
    await server.stop();
    await rm(dataDir, { recursive: true });
  };
  return server.connectionStringOf("postgres");
}

async function makeTemplate(server: string): Promise<void> {
  const client = new Client({ connectionString: server });
  await client.connect();
  await client.query(`DROP DATABASE IF EXISTS ${TEMPLATE}`);
  await client.query(`CREATE DATABASE ${TEMPLATE}`);
  await client.end();
  const address = new URL(server);
  address.pathname = `/${TEMPLATE}`;
  const store = createStore({ connectionString: address.href, maxConnections: 1 });
  await migrate(store);
  await store.close();
}
