/** SPEC 3 "Assign To" with 200 runs at once over 10 members with room for 5 each: alone, restarted, and by several processes. */
import type { ContactId, ConversationId } from "#core/domain";
import type { Accepted, NewEvent } from "#server/accept";
import { createLogger, newUuid } from "#server/platform";
import { type Runner, startRunner } from "#server/runner";
import { type Store, createStore } from "#server/store";
import {
  type ProcessThatDies,
  type SeededWorkspace,
  aMessage,
  assignGraph,
  buildChild,
  newContactId,
  realEngine,
  seedWorkspace,
  startProcessThatDies,
  testDatabase,
} from "#testing";
import { afterAll, beforeAll, expect, test, vi } from "vitest";

const MEMBERS = 10;
const OPEN_LIMIT = 5;
const RUNS = 200;

const database = testDatabase(import.meta.url);
const store = createStore({ connectionString: database.connectionString });
const log = createLogger({ level: "silent", format: "text" });
vi.setConfig({ testTimeout: 120_000 });
afterAll(() => store.close());

/** No commit may leave a member with more: PostgreSQL itself refuses it, and the event would be set aside. */
beforeAll(async () => {
  for (const text of [
    `create function refuse_over_limit() returns trigger language plpgsql as $$
     begin
       if (select count(*) from conversation c where c.workspace_id = new.workspace_id and c.assignee_id = new.assignee_id
           and c.status = 'open' and c.snoozed_until is null and not c.is_greeting) > ${OPEN_LIMIT}
       then raise exception 'a member has more than ${OPEN_LIMIT}'; end if;
       return null;
     end $$`,
    `create constraint trigger over_limit after insert or update on conversation
     deferrable initially deferred for each row execute function refuse_over_limit()`,
    `alter table member add constraint counted_within_limit check (open_count <= ${OPEN_LIMIT})`,
  ])
    await store.query({ text });
});

/** Whoever takes events in: one process or several, which may stop and start. */
interface Fleet {
  accept(event: NewEvent): Promise<Accepted>;
  /** Half of the work is done: whatever this fleet is to survive happens now. */
  disturb(): Promise<void>;
  stop(): Promise<void>;
}

/** Sends again what a stopping runner refused, as every sender does. */
const runners = (count: number, restarts: boolean) => async (): Promise<Fleet> => {
  const stores = new Map<Runner, Store>();
  function start(): Runner {
    const own = createStore({ connectionString: database.connectionString, maxConnections: 8 });
    const runner = startRunner({ store: own, engine: realEngine, announce: () => undefined, log });
    stores.set(runner, own);
    return runner;
  }
  async function stop(runner: Runner): Promise<void> {
    await runner.stop();
    await stores.get(runner)?.close();
  }
  const current = Array.from({ length: count }, start);
  let turn = 0;
  return {
    async accept(event) {
      for (;;) {
        const runner = current[(turn += 1) % count] ?? never();
        try {
          return await runner.accept(event);
        } catch (error) {
          if (!(error instanceof Error && "code" in error && error.code === "stopping"))
            throw error;
          await new Promise((resolve) => setTimeout(resolve, 5));
        }
      }
    },
    async disturb() {
      if (!restarts) return;
      const old = current.splice(0, count, ...Array.from({ length: count }, start));
      await Promise.all(old.map(stop));
    },
    stop: async () => void (await Promise.all(current.map(stop))),
  };
};

/** Two operating-system processes, of which one is killed in the middle and comes back. */
const processes = async (): Promise<Fleet> => {
  const child = await buildChild();
  const environment = { DATABASE_URL: database.connectionString };
  const start = () => startProcessThatDies({ child, environment });
  const all: readonly ProcessThatDies[] = [await start(), await start()];
  let turn = 0;
  return {
    accept: (event) => (all[(turn += 1) % 2] ?? never()).send(event),
    async disturb() {
      all[0]?.kill();
      await all[0]?.hasDied(1);
    },
    stop: async () => void (await Promise.all(all.map((one) => one.stop()))),
  };
};

test.each([
  ["one runner", runners(1, false)],
  ["a runner that is restarted in the middle", runners(1, true)],
  ["two runners that share nothing but the database", runners(2, false)],
  ["two processes, one of them killed in the middle", processes],
])(
  "200 runs over 10 members within their limit, evenly, the rest served in order: %s",
  async (_name, startFleet) => {
    const seeded = await seedWorkspace(store, {
      members: MEMBERS,
      graph: (teamId) =>
        assignGraph({ target: { type: "team", team_id: teamId }, open_limit: OPEN_LIMIT }),
    });
    const fleet = await startFleet();
    const watch = watchCounts(seeded);
    const begun = await begin(fleet, seeded);
    expect(await countsOf(seeded)).toEqual(Array.from({ length: MEMBERS }, () => OPEN_LIMIT));
    expect(await watch.stop()).toEqual({ most: OPEN_LIMIT, widestSpread: expect.any(Number) });
    expect(watch.widestSpread()).toBeLessThanOrEqual(1);
    const queue = await queueOf(seeded);
    expect(queue).toHaveLength(RUNS - MEMBERS * OPEN_LIMIT);
    await drain(fleet, seeded, begun, queue);
    await fleet.stop();
    expect(await countsOf(seeded)).toEqual(Array.from({ length: MEMBERS }, () => OPEN_LIMIT));
    const [left] = await store.query({
      text: "select count(*) filter (where state = 'set_aside') as aside, count(*) filter (where state = 'pending') as pending from event where workspace_id = $1",
      values: [seeded.workspaceId],
    });
    expect(left).toEqual({ aside: 0, pending: 0 });
  },
);

type Begun = ReadonlyMap<ConversationId, ContactId>;

/** Everybody writes at once; half way through, the fleet is disturbed. */
async function begin(fleet: Fleet, { workspaceId }: SeededWorkspace): Promise<Begun> {
  const begun = new Map<ConversationId, ContactId>();
  let disturbance: Promise<void> | undefined;
  await Promise.all(
    Array.from({ length: RUNS }, newContactId).map(async (contactId, index) => {
      // a little apart, so that the disturbance finds work going on
      await new Promise((resolve) => setTimeout(resolve, index * 2));
      if (index === RUNS / 2) disturbance = fleet.disturb();
      await fleet.accept(aMessage({ workspaceId, contactId, text: "help me" }));
    }),
  );
  await disturbance;
  await vi.waitUntil(async () => (await runsStanding(workspaceId)) === RUNS, { timeout: 30_000 });
  const rows = await store.query<{ conversation_id: ConversationId; contact_id: ContactId }>({
    text: "select conversation_id, contact_id from conversation where workspace_id = $1",
    values: [workspaceId],
  });
  for (const row of rows) begun.set(row.conversation_id, row.contact_id);
  return begun;
}

/** Closes ten conversations at a time until nobody waits: each time the first ten of the queue are served. */
async function drain(
  fleet: Fleet,
  seeded: SeededWorkspace,
  begun: Begun,
  queue: readonly string[],
): Promise<void> {
  const { workspaceId } = seeded;
  for (let served = 0; served < queue.length; served += MEMBERS) {
    if (served === 70) await fleet.disturb();
    const open = await store.query<{ conversation_id: ConversationId }>({
      text: "select conversation_id from conversation where workspace_id = $1 and status = 'open' and assignee_id is not null order by md5(conversation_id::text) limit $2",
      values: [workspaceId, MEMBERS],
    });
    await Promise.all(
      open.map(({ conversation_id: conversationId }) =>
        fleet.accept({
          workspaceId,
          contactId: begun.get(conversationId) ?? never(),
          door: "api",
          sourceKey: newUuid(),
          createsContact: false,
          body: { type: "conversation_closed", conversationId, byMemberId: null },
        }),
      ),
    );
    await vi.waitUntil(
      async () => (await queueOf(seeded)).length === queue.length - served - MEMBERS,
      { timeout: 20_000 },
    );
    expect(await queueOf(seeded)).toEqual(queue.slice(served + MEMBERS));
    expect(Math.max(...(await countsOf(seeded)))).toBeLessThanOrEqual(OPEN_LIMIT);
  }
}

/** Looks at what is committed all the time. */
function watchCounts(seeded: SeededWorkspace) {
  let [most, widestSpread, isOver] = [0, 0, false];
  const watching = (async () => {
    while (!isOver) {
      const counts = await countsOf(seeded);
      most = Math.max(most, ...counts);
      widestSpread = Math.max(widestSpread, Math.max(...counts) - Math.min(...counts));
    }
  })();
  return {
    widestSpread: () => widestSpread,
    async stop() {
      isOver = true;
      await watching;
      return { most, widestSpread };
    },
  };
}

/** What each member really has open, and that it is what is counted. */
async function countsOf({ workspaceId }: SeededWorkspace): Promise<number[]> {
  const rows = await store.query<{ open_count: number; counted: number }>({
    text: `select open_count, (select count(*)::int from conversation c where c.workspace_id = m.workspace_id
      and c.assignee_id = m.member_id and c.status = 'open') as counted from member m where workspace_id = $1`,
    values: [workspaceId],
  });
  expect(rows.map(({ counted }) => counted)).toEqual(rows.map(({ open_count }) => open_count));
  return rows.map(({ open_count }) => open_count);
}

async function queueOf({ workspaceId }: SeededWorkspace): Promise<string[]> {
  const rows = await store.query<{ run_id: string }>({
    text: "select run_id from assignment_wait where workspace_id = $1 order by priority desc, waiting_since, run_id",
    values: [workspaceId],
  });
  return rows.map(({ run_id }) => run_id);
}

async function runsStanding(workspaceId: SeededWorkspace["workspaceId"]): Promise<number> {
  const [row] = await store.query<{ count: number }>({
    text: `select count(*)::int as count from run where workspace_id = $1 and (state = 'completed'
      or run_id in (select run_id from assignment_wait w where w.workspace_id = $1))`,
    values: [workspaceId],
  });
  return row?.count ?? 0;
}

function never(): never {
  throw new Error("not there");
}
