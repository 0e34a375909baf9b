import { createHash } from "node:crypto";
import { readFile, readdir } from "node:fs/promises";
import path from "node:path";
import { StartError } from "#server/platform";
import type { Session, Store } from "./store.ts";

// Any number that is ours: two processes that migrate at once wait for each other on it.
const MIGRATION_LOCK = 5_771_042;

interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
}

/**
 * Brings the tables up to this build, each numbered file once, in one transaction: a crash rolls all of it back.
 * @returns the names of the files that were run now.
 * @throws StartError when the database has been migrated by a newer build, or a file that has run was changed since.
 */
export async function migrate(store: Store, folder = migrationsFolder()): Promise<string[]> {
  const migrations = await readMigrations(folder);
  return await store.transaction(async (session) => {
    await session.query({ text: "set local lock_timeout = 0; set local statement_timeout = 0" });
    await session.query({ text: "select pg_advisory_xact_lock($1)", values: [MIGRATION_LOCK] });
    await session.query({
      text: `create table if not exists migration (
        number integer primary key, name text not null, content_hash text not null)`,
    });
    const done = await loadDone(session);
    const newest = migrations.at(-1)?.number ?? 0;
    for (const [number, { name }] of done)
      if (number > newest)
        throw new StartError(
          `The database is newer than this Switchboard: ${name} has run there. Start the newer Switchboard again, or restore a backup made before it.`,
        );
    const run: string[] = [];
    for (const migration of migrations) {
      const before = done.get(migration.number);
      const hash = createHash("sha256").update(migration.sql).digest("hex");
      if (before !== undefined) {
        if (before.content_hash === hash) continue;
        throw new StartError(
          `The tables were made by another build: ${migration.name} has run there with other contents. Start the Switchboard that made this database, or choose an empty one (DATA_DIR or DATABASE_URL).`,
        );
      }
      await session.query({ text: migration.sql });
      await session.query({
        text: "insert into migration (number, name, content_hash) values ($1, $2, $3)",
        values: [migration.number, migration.name, hash],
      });
      run.push(migration.name);
    }
    return run;
  });
}

async function loadDone(session: Session) {
  const rows = await session.query<{ number: number; name: string; content_hash: string }>({
    text: "select number, name, content_hash from migration",
  });
  return new Map(rows.map((row) => [row.number, row]));
}

/** Beside this file in the sources; the build copies it beside the bundle. */
function migrationsFolder(): string {
  return path.join(import.meta.dirname, "migrations");
}

async function readMigrations(folder: string): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => /^\d{4}-.+\.sql$/.test(name));
  // Two branches may each have added "the next" one; whichever ran first would hide the other.
  const numbers = new Map<string, string>();
  for (const name of names) {
    const other = numbers.get(name.slice(0, 4));
    if (other !== undefined)
      throw new Error(`the migrations ${other} and ${name} have one number; renumber the newer`);
    numbers.set(name.slice(0, 4), name);
  }
  return await Promise.all(
    names.sort().map(async (name) => ({
      number: Number(name.slice(0, 4)),
      name,
      sql: await readFile(path.join(folder, name), "utf8"),
    })),
  );
}
