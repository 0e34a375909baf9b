import { createStore } from "#server/store";
import { testDatabase } from "#testing";
import { afterAll, expect, test } from "vitest";

/** Tables that belong to no single workspace: a closed list (DESIGN 10). */
const GLOBAL = ["login", "login_session", "migration", "workspace"];

const database = testDatabase(import.meta.url);
const store = createStore({ connectionString: database.connectionString });
afterAll(() => store.close());

test("every table's key starts with workspace_id", async () => {
  const rows = await store.query<{ name: string; first_key: string | null }>({
    text: `select c.relname as name, a.attname as first_key from pg_class c
      left join pg_index i on i.indrelid = c.oid and i.indisprimary
      left join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
      where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace order by 1`,
  });
  expect(rows.length).toBeGreaterThan(20);
  const others = rows.filter(({ first_key }) => first_key !== "workspace_id");
  expect(others.map(({ name }) => name)).toEqual(GLOBAL.filter((name) => name !== "workspace"));
});
