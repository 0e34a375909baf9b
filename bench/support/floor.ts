import { spawn, spawnSync } from "node:child_process";
import { rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Client } from "pg";
import type { BenchServer } from "./server.ts";
import { median } from "./statistics.ts";

/** The least a durable event can cost one by one: a transaction that locks, inserts and updates one row. */
export interface Floor {
  readonly name: string;
  /** Transactions per second with so many clients. */
  measure(clients: number, seconds: number): Promise<number>;
  /** What one durable commit alone takes. */
  flushMilliseconds(): Promise<number>;
}

const ROWS = 10_000;
const statements = (row: string) => [
  "begin",
  `select count from floor_row where id = ${row} for update`,
  `insert into floor_event (row_id, body) values (${row}, 'help me')`,
  `update floor_row set count = count + 1 where id = ${row}`,
  "commit",
];

export async function prepareFloor({ store, connectionString }: BenchServer): Promise<Floor> {
  await store.query({
    text: `create table floor_row (id int primary key, count int not null) with (fillfactor = 80);
      create table floor_event (id bigint generated always as identity primary key, row_id int, body text);
      insert into floor_row select n, 0 from generate_series(1, ${ROWS}) n`,
  });
  const hasPgbench = spawnSync("pgbench", ["--version"]).status === 0;
  return {
    name: hasPgbench ? "pgbench" : "our own client",
    measure: (clients, seconds) =>
      hasPgbench
        ? measureByPgbench(connectionString, clients, seconds)
        : measureByClients(connectionString, clients, seconds),
    async flushMilliseconds() {
      const times: number[] = [];
      for (let n = 0; n < 200; n += 1) {
        const startedAt = performance.now();
        await store.query({ text: "insert into floor_event (row_id, body) values (1, 'alone')" });
        times.push(performance.now() - startedAt);
      }
      return median(times);
    },
  };
}

async function measureByPgbench(
  connectionString: string,
  clients: number,
  seconds: number,
): Promise<number> {
  const script = path.join(tmpdir(), `switchboard-floor-${process.pid}.sql`);
  const lines = [`\\set row random(1, ${ROWS})`, ...statements(":row").map((line) => `${line};`)];
  await writeFile(script, lines.join("\n"));
  const words = ["-n", "-M", "prepared", "-c", clients, "-j", 2, "-T", seconds, "-f", script];
  const output = await new Promise<string>((resolve, reject) => {
    const child = spawn("pgbench", [...words.map(String), connectionString]);
    let text = "";
    child.stdout.on("data", (part: Buffer) => (text += part.toString()));
    child.stderr.on("data", (part: Buffer) => (text += part.toString()));
    child.on("error", reject);
    child.on("close", () => resolve(text));
  });
  await rm(script);
  const tps = /tps = ([\d.]+)/.exec(output)?.[1];
  if (tps === undefined) throw new Error(`pgbench said: ${output}`);
  return Number(tps);
}

async function measureByClients(
  connectionString: string,
  clients: number,
  seconds: number,
): Promise<number> {
  let done = 0;
  const until = performance.now() + seconds * 1_000;
  await Promise.all(
    Array.from({ length: clients }, async () => {
      const client = new Client({ connectionString });
      await client.connect();
      while (performance.now() < until) {
        const row = String(1 + Math.floor(Math.random() * ROWS));
        for (const text of statements(row)) await client.query(text);
        done += 1;
      }
      await client.end();
    }),
  );
  return done / seconds;
}
