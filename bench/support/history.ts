import type { Store } from "#server/store";
import type { Figure } from "./figures.ts";

/** What is kept of a run for ever or for a while, in the tables that hold it. */
const tables = ["run", "visit", "event", "trigger_decision", "assignment", "message"] as const;

/** Measures the size of a finished run's history: the bytes of its rows, without indexes, over all finished runs. */
export async function measureHistory(store: Store): Promise<Figure> {
  const sums = tables.map(
    (name) => `(select coalesce(sum(pg_column_size(t.*)), 0) from ${name} t)`,
  );
  const [row] = await store.query<{ bytes: string; runs: string }>({
    text: `select ${sums.join(" + ")} as bytes, (select count(*) from run where state = 'completed') as runs`,
  });
  const bytes = Number(row?.bytes ?? 0) / Math.max(1, Number(row?.runs ?? 0));
  return {
    name: "history_of_a_finished_run",
    values: [bytes / 1_024],
    unit: "kB of rows, messages and events included",
    target: { text: "<= 12", isMet: (value) => value <= 12 },
  };
}
