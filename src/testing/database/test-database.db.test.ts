import { testDatabase } from "#testing";
import { Client } from "pg";
import { expect, test } from "vitest";

const database = testDatabase(import.meta.url);

test("gives a test file a database of its own", async () => {
  const client = new Client({ connectionString: database.connectionString });
  await client.connect();
  const { rows } = await client.query("SELECT current_database() AS name");
  expect(rows).toEqual([{ name: expect.stringMatching(/^test_test_database_db_test_ts_/) }]);
  await client.end();
});
