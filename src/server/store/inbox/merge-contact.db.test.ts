import { createStore } from "#server/store";
import { testDatabase } from "#testing";
import { afterAll, expect, test } from "vitest";
import { FORGOTTEN_TABLES, MOVED_TABLES } from "./merge-contact.ts";

const store = createStore({ connectionString: testDatabase(import.meta.url).connectionString });
afterAll(() => store.close());

test("a merge knows every table that names a contact", async () => {
  const rows = await store.query<{ name: string }>({
    text: `select distinct table_name as name from information_schema.columns
           where table_schema = 'public' and column_name = 'contact_id' order by 1`,
  });
  const known = [
    ...MOVED_TABLES,
    ...FORGOTTEN_TABLES,
    "conversation", // moved in a statement of its own
    "contact_alias", // what a merge leaves
  ];
  expect(rows.map(({ name }) => name)).toEqual(known.toSorted((a, b) => a.localeCompare(b)));
});
