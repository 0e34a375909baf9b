import { minute } from "#core/domain";
import type { Store } from "#server/store";
import { callGraph } from "../integrations/call-engine.ts";
import { aMessage, newContactId } from "../runner/new-events.ts";
import { type SeededWorkspace, seedWorkspace } from "../runner/seed-workspace.ts";
import type { FakeProvider } from "./fake-provider.ts";
import type { ProcessThatDies } from "./process-that-dies.ts";

/** One workspace per action: each of its contacts writes once, and its run makes one call. */
export const callActions = ["test.read@1", "test.keyed_write@1", "test.unkeyed_write@1"] as const;
const CONTACTS = 6;
const PATIENCE_MS = 30_000;

export interface PlayedCalls {
  readonly workspaces: readonly { readonly action: string; readonly seeded: SeededWorkspace }[];
}

/** Lets contacts write to processes that may die, in turn, until every run has come to its end. */
export async function playCalls(
  store: Store,
  processes: readonly ProcessThatDies[],
): Promise<PlayedCalls> {
  const workspaces = await Promise.all(
    callActions.map(async (action) => ({
      action,
      seeded: await seedWorkspace(store, {
        members: 1,
        graph: () => callGraph({ action, timeoutSeconds: 2 }),
      }),
    })),
  );
  const sends = workspaces.flatMap(({ seeded: { workspaceId } }) =>
    Array.from({ length: CONTACTS }, (_, index) => {
      const server = processes[index % processes.length];
      return server?.send(
        aMessage({ workspaceId, contactId: newContactId(), text: `nr ${index}` }),
      );
    }),
  );
  await Promise.all(sends.map((sent) => Promise.resolve(sent)));
  return { workspaces };
}

/** Waits until no run waits any more; where nothing moves, time passes until a lease is over. */
async function untilOver(
  store: Store,
  processes: readonly ProcessThatDies[],
  { workspaces }: PlayedCalls,
): Promise<void> {
  const ids = workspaces.map(({ seeded }) => seeded.workspaceId);
  const until = performance.now() + PATIENCE_MS;
  let [last, quiet] = [NaN, 0];
  while (performance.now() < until) {
    const [row] = await store.query<{ count: number }>({
      text: `select (select count(*) from event where workspace_id = any($1::uuid[]) and state = 'pending')
        + (select count(*) from active_run where workspace_id = any($1::uuid[])) as count`,
      values: [ids],
    });
    const left = row?.count ?? NaN;
    if (left === 0) return;
    quiet = left === last ? quiet + 1 : 0;
    last = left;
    // all clocks together, and only when nothing moves: else a call would outlive its lease while it is being made
    if (quiet > 0 && quiet % QUIET_TURNS === 0)
      for (const one of processes) one.advanceClock(minute);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
const QUIET_TURNS = 25; // longer than a call may take

/** Returns everything that does not add up between our tables and what the provider saw; an empty list is what one wants. */
export async function findCallMistakes(
  store: Store,
  processes: readonly ProcessThatDies[],
  provider: FakeProvider,
  played: PlayedCalls,
): Promise<string[]> {
  await untilOver(store, processes, played);
  const mistakes: string[] = [];
  for (const { action, seeded } of played.workspaces) {
    const runs = await loadRuns(store, seeded);
    if (runs.length !== CONTACTS) mistakes.push(`${action}: ${runs.length} runs with a call`);
    for (const run of runs)
      mistakes.push(...judgeRun(action, run, provider).map((mistake) => `${action}: ${mistake}`));
  }
  return mistakes;
}

interface RunWithCall {
  key: string;
  state: string;
  problem: string | null;
  call_state: string;
  outcome: { kind: string; output?: unknown };
  asked: string;
  said: string[];
  told: number;
}

const loadRuns = async (store: Store, { workspaceId }: SeededWorkspace) =>
  await store.query<RunWithCall>({
    text: `select o.key, r.state, r.data->'problem'->>'code' as problem, o.state as call_state, o.outcome,
        o.request->'input'->>'text' as asked,
        (select coalesce(array_agg(body), '{}') from message m where m.workspace_id = r.workspace_id
          and m.conversation_id = r.conversation_id and m.author_kind = 'workflow') as said,
        (select count(*) from event e where e.workspace_id = o.workspace_id and e.type = 'call_finished'
          and e.body->>'key' = o.key and e.state = 'processed') as told
      from outbox o join run r on r.workspace_id = o.workspace_id and r.run_id = o.run_id where o.workspace_id = $1`,
    values: [workspaceId],
  });

function judgeRun(action: string, run: RunWithCall, { requests, applied }: FakeProvider): string[] {
  const mistakes: string[] = [];
  const sent = requests.filter(({ key }) => key === run.key).length;
  const times = applied.get(run.key) ?? 0;
  if (run.told !== 1) mistakes.push(`a run was told ${run.told} times`);
  const isDone = run.call_state === "done";
  if (isDone && (run.state !== "completed" || run.said.join() !== `done: ${run.asked}`))
    mistakes.push(`a call is done, and its run is ${run.state} and said ${run.said.join()}`);
  if (isDone && sent === 0) mistakes.push("a call is done that was never sent");
  if (action === "test.unkeyed_write@1") {
    if (sent > 1) mistakes.push(`an unkeyed call was sent ${sent} times`);
    if (!isDone && (run.call_state !== "unknown" || run.problem !== "outcome_unknown"))
      mistakes.push(`a call is ${run.call_state}, its run ${run.state} with ${run.problem}`);
  } else {
    if (!isDone) mistakes.push(`a call is ${run.call_state}`);
    const should = action === "test.read@1" ? 0 : 1;
    if (times !== should) mistakes.push(`applied ${times} times`);
  }
  return mistakes;
}
