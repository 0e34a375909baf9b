import { randomBytes } from "node:crypto";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { Client } from "pg";
import { afterAll, beforeAll, inject } from "vitest";
import { TEMPLATE } from "./cluster.ts";

/** A database of a test file's own. */
export interface TestDatabase {
  /** Known from the first hook on, so read it inside tests and hooks. */
  readonly connectionString: string;
}

/**
 * Gives the calling test file a fresh, migrated database and drops it when the file is finished.
 * Call it once at the top of a `*.db.test.ts` file: `const database = testDatabase(import.meta.url);`
 */
export function testDatabase(fileUrl: string): TestDatabase {
  const server = inject("databaseServer");
  const name = databaseName(fileUrl);
  const address = new URL(server);
  address.pathname = `/${name}`;
  beforeAll(() => run(server, `CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}`));
  afterAll(() => run(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
  return { connectionString: address.href };
}

function databaseName(fileUrl: string): string {
  const words = path.basename(fileURLToPath(fileUrl)).replace(/\W+/g, "_").slice(0, 40);
  return `test_${words}_${randomBytes(4).toString("hex")}`.toLowerCase();
}

async function run(server: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
