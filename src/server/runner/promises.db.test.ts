import { type ContactId, type MemberId, type WorkspaceId, toMessageId } from "#core/domain";
import type { NewEvent } from "#server/accept";
import { createLogger, newUuid } from "#server/platform";
import { type Engine, type Runner, startRunner } from "#server/runner";
import { type Store, createStore } from "#server/store";
import {
  type SeededWorkspace,
  aMessage,
  newContactId,
  realEngine,
  seedWorkspace,
  supportRunGraph,
  testDatabase,
} from "#testing";
import { afterAll, afterEach, expect, test, vi } from "vitest";

const database = testDatabase(import.meta.url);
const store = createStore({ connectionString: database.connectionString, maxConnections: 20 });
const log = createLogger({ level: "silent", format: "text" });
const runners: Runner[] = [];
afterEach(async () => {
  await Promise.all(runners.splice(0).map((runner) => runner.stop()));
});
afterAll(() => store.close());

function aRunner(overrides: { engine?: Engine; store?: Store } = {}): Runner {
  const runner = startRunner({
    store,
    engine: realEngine,
    announce: () => undefined,
    log,
    ...overrides,
  });
  runners.push(runner);
  return runner;
}

const aWorkspace = (
  options: { members?: number; presence?: "online" | "offline"; openLimit?: number } = {},
) =>
  seedWorkspace(store, {
    members: options.members ?? 2,
    presence: options.presence ?? "online",
    graph: (teamId) =>
      supportRunGraph(teamId, {
        closes: false,
        ...(options.openLimit === undefined ? {} : { openLimit: options.openLimit }),
      }),
  });

const presence = (
  workspaceId: WorkspaceId,
  memberId: MemberId,
  to: "online" | "offline",
): NewEvent => ({
  workspaceId,
  contactId: null,
  door: "api",
  sourceKey: newUuid(),
  createsContact: false,
  body: { type: "presence_changed", memberId, presence: to },
});

const rows = (text: string, ...values: unknown[]) =>
  store.query<Record<string, unknown>>({ text, values });

async function untilAssigned(
  runner: Runner,
  { workspaceId }: SeededWorkspace,
  contactId = newContactId(),
) {
  const { conversationId } = await runner.accept(
    aMessage({ workspaceId, contactId, text: "help me" }),
  );
  await runner.accept(aMessage({ workspaceId, contactId, text: "ann@example.com" }));
  return { contactId, conversationId };
}

const assigneesOf = async ({ workspaceId }: SeededWorkspace) =>
  await rows(
    `select member_id, open_count, (select count(*) from conversation c where c.workspace_id = m.workspace_id
      and c.assignee_id = m.member_id and c.status = 'open') as counted from member m where workspace_id = $1 order by 1`,
    workspaceId,
  );

test("a repeat gets the same answer and changes nothing, one with another body is refused", async () => {
  const runner = aRunner();
  const { workspaceId } = await aWorkspace();
  const message = aMessage({ workspaceId, contactId: newContactId(), text: "help me" });
  const [first, again] = await Promise.all([runner.accept(message), runner.accept(message)]);
  expect(again).toEqual({ ...first, state: "repeated" });
  await expect(
    runner.accept({
      ...message,
      body: {
        ...message.body,
        type: "messages_read",
        by: "contact",
        sequence: 1,
        conversationId: first.conversationId ?? never(),
      },
    }),
  ).rejects.toMatchObject({ code: "source_key_reused", status: 409 });
  expect(
    await rows("select repeats from event_source where workspace_id = $1", workspaceId),
  ).toEqual([{ repeats: 2 }]);
  expect(await rows("select count(*) from event where workspace_id = $1", workspaceId)).toEqual([
    { count: 1 },
  ]);
});

test("refuses an event of a contact that nobody knows and that it does not make", async () => {
  const { workspaceId } = await aWorkspace();
  const message = aMessage({ workspaceId, contactId: newContactId(), text: "help me" });
  await expect(aRunner().accept({ ...message, createsContact: false })).rejects.toMatchObject({
    code: "contact_not_found",
  });
  expect(await rows("select from event_source where workspace_id = $1", workspaceId)).toEqual([]);
});

test("handles several messages of one contact in the order in which they came", async () => {
  const runner = aRunner();
  const { workspaceId } = await aWorkspace();
  const contactId = newContactId();
  const texts = ["help me", "wrong", "ann@example.com", "thanks"];
  await Promise.all(texts.map((text) => runner.accept(aMessage({ workspaceId, contactId, text }))));
  const said = await rows(
    "select body from message where workspace_id = $1 and author_kind = 'contact' order by sequence",
    workspaceId,
  );
  expect(said.map(({ body }) => body)).toEqual(texts);
  expect(await rows("select state from run where workspace_id = $1", workspaceId)).toEqual([
    { state: "completed" },
  ]);
});

test("a run that found nobody gets the member who comes online", async () => {
  const runner = aRunner();
  const seeded = await aWorkspace({ presence: "offline" });
  await untilAssigned(runner, seeded);
  expect(
    await rows(
      "select is_offered from assignment_wait where workspace_id = $1",
      seeded.workspaceId,
    ),
  ).toEqual([{ is_offered: false }]);
  const [, second] = seeded.memberIds;
  await runner.accept(presence(seeded.workspaceId, second ?? never(), "online"));
  await vi.waitUntil(
    async () =>
      (await rows("select from assignment_wait where workspace_id = $1", seeded.workspaceId))
        .length === 0,
  );
  expect(await assigneesOf(seeded)).toMatchObject([
    { counted: 0 },
    { member_id: second, open_count: 1, counted: 1 },
  ]);
});

test("two processes assign 200 conversations to 10 members: within the limit, evenly, and the rest as places become free", async () => {
  const [here, there] = [aRunner(), aRunner()];
  const seeded = await aWorkspace({ members: 10, openLimit: 15 });
  const contacts: ContactId[] = Array.from({ length: 200 }, newContactId);
  const begun = await Promise.all(
    contacts.map((contactId, index) =>
      untilAssigned(index % 2 === 0 ? here : there, seeded, contactId),
    ),
  );
  const full = await assigneesOf(seeded);
  expect(full.map(({ open_count }) => open_count)).toEqual(Array.from({ length: 10 }, () => 15));
  expect(full.map(({ counted }) => counted)).toEqual(full.map(({ open_count }) => open_count));
  const open = await rows(
    "select conversation_id from conversation where workspace_id = $1 and assignee_id is not null",
    seeded.workspaceId,
  );
  const close = begun
    .filter(({ conversationId }) => open.some((row) => row["conversation_id"] === conversationId))
    .slice(0, 60);
  await Promise.all(
    close.map(({ contactId, conversationId }, index) =>
      (index % 2 === 0 ? there : here).accept({
        workspaceId: seeded.workspaceId,
        contactId,
        door: "api",
        sourceKey: newUuid(),
        createsContact: false,
        body: {
          type: "conversation_closed",
          conversationId: conversationId ?? never(),
          byMemberId: null,
        },
      }),
    ),
  );
  await vi.waitUntil(
    async () =>
      (await rows("select from assignment_wait where workspace_id = $1", seeded.workspaceId))
        .length === 0,
    { timeout: 20_000 },
  );
  const after = await assigneesOf(seeded);
  expect(after.map(({ counted }) => counted)).toEqual(after.map(({ open_count }) => open_count));
  expect(after.reduce((sum, { open_count }) => sum + Number(open_count), 0)).toBe(140);
  expect(Math.max(...after.map(({ open_count }) => Number(open_count)))).toBeLessThanOrEqual(15);
}, 60_000);

test("spreads round robin evenly over everybody", async () => {
  const [here, there] = [aRunner(), aRunner()];
  const seeded = await aWorkspace({ members: 10 });
  await Promise.all(
    Array.from({ length: 55 }, (_, index) => untilAssigned(index % 2 === 0 ? here : there, seeded)),
  );
  const counts = (await assigneesOf(seeded)).map(({ open_count }) => Number(open_count));
  expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
});

test("an event whose handling throws is set aside: its message stays, its run fails, later ones go on", async () => {
  const poisoned: Engine = {
    ...realEngine,
    handleEvent(world, lane, event) {
      if (event.body.type === "message_received" && event.body.text === "poison")
        throw new Error("a bug");
      return realEngine.handleEvent(world, lane, event);
    },
  };
  await expectSetAside(aRunner({ engine: poisoned }));
});

test("an event whose rows cannot be written is set aside, and the others of its batch are written", async () => {
  const broken: Engine = {
    ...realEngine,
    handleEvent(world, lane, event) {
      const outcome = realEngine.handleEvent(world, lane, event);
      if (event.body.type !== "message_received" || event.body.text !== "poison") return outcome;
      const messages = outcome.changes.messages.map((message) => ({
        ...message,
        id: toMessageId("not a uuid"),
      }));
      return { ...outcome, changes: { ...outcome.changes, messages } };
    },
  };
  await expectSetAside(aRunner({ engine: broken }));
});

async function expectSetAside(runner: Runner): Promise<void> {
  const { workspaceId } = await aWorkspace();
  const contactId = newContactId();
  const say = (text: string, by = contactId) =>
    runner.accept(aMessage({ workspaceId, contactId: by, text }));
  await say("help me");
  await Promise.all([say("poison"), say("help us", newContactId())]);
  await say("still there?");
  await vi.waitUntil(
    async () =>
      (await rows("select from event where workspace_id = $1 and state = 'pending'", workspaceId))
        .length === 0,
  );
  const said = await rows(
    "select body, sequence from message join conversation using (workspace_id, conversation_id) where workspace_id = $1 and contact_id = $2 order by sequence",
    workspaceId,
    contactId,
  );
  expect(said.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4]);
  expect(said.map(({ body }) => body)).toEqual([
    "help me",
    "Which e-mail may we answer to?",
    "poison",
    "still there?",
  ]);
  expect(
    await rows(
      "select problem->>'code' as code from event where workspace_id = $1 and state = 'set_aside'",
      workspaceId,
    ),
  ).toEqual([{ code: "internal_problem" }]);
  expect(
    await rows(
      "select state, data->'problem'->>'code' as code from run where workspace_id = $1 order by 1",
      workspaceId,
    ),
  ).toEqual([
    { state: "failed", code: "internal_problem" },
    { state: "waiting", code: null },
  ]);
}

test("an event of a lane that somebody else holds is stored and acknowledged as pending, and handled soon", async () => {
  const runner = aRunner();
  const { workspaceId } = await aWorkspace();
  const contactId = newContactId();
  await runner.accept(aMessage({ workspaceId, contactId, text: "help me" }));
  const pending = await store.transaction(async (session) => {
    await session.query({
      text: "select from lane where workspace_id = $1 for update",
      values: [workspaceId],
    });
    return await runner.accept(aMessage({ workspaceId, contactId, text: "ann@example.com" }));
  });
  expect(pending).toMatchObject({ state: "pending", problem: null });
  await vi.waitUntil(
    async () =>
      (await rows("select from run where workspace_id = $1 and state = 'completed'", workspaceId))
        .length === 1,
  );
});

test("a workflow published by another process counts from the next event on", async () => {
  const runner = aRunner();
  const { workspaceId, workflowId } = await aWorkspace();
  await runner.accept(aMessage({ workspaceId, contactId: newContactId(), text: "help me" }));
  await rows(
    "update workflow set live_version_id = null where workspace_id = $1 and workflow_id = $2",
    workspaceId,
    workflowId,
  );
  await rows(
    "update workspace set config_revision = config_revision + 1 where workspace_id = $1",
    workspaceId,
  );
  await runner.accept(aMessage({ workspaceId, contactId: newContactId(), text: "help me" }));
  expect(await rows("select count(*) from run where workspace_id = $1", workspaceId)).toEqual([
    { count: 1 },
  ]);
});

test("nothing acknowledged is lost when every connection breaks again and again, and service resumes", async () => {
  const runner = aRunner();
  const { workspaceId } = await aWorkspace();
  const states: string[] = [];
  runner.onStateChange((state) => states.push(state));
  let refused = 0;
  const acknowledged: string[] = [];
  const send = async () => {
    const message = aMessage({ workspaceId, contactId: newContactId(), text: "help me" });
    for (;;) {
      try {
        acknowledged.push((await runner.accept(message)).eventId);
        return;
      } catch (error) {
        expect(error).toMatchObject({ code: "database_unreachable" });
        refused += 1;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    }
  };
  const admin = createStore({ connectionString: database.connectionString, maxConnections: 1 });
  const sending = Array.from({ length: 40 }, async (_, index) => {
    await new Promise((resolve) => setTimeout(resolve, index * 10));
    await send();
  });
  for (let n = 0; n < 4; n += 1) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    await admin.query({
      text: "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
    });
  }
  await Promise.all(sending);
  await admin.close();
  // The test reads through the same broken connections as the runner: each is noticed at its next use.
  const read = () => rows("select event_id from event where workspace_id = $1", workspaceId);
  const stored = await vi.waitFor(read, { timeout: 10_000 });
  expect(new Set(stored.map(({ event_id }) => event_id))).toEqual(new Set(acknowledged));
  expect(acknowledged).toHaveLength(40);
  expect(refused).toBeGreaterThan(0);
  expect(states).toContain("database_unreachable");
  await vi.waitUntil(() => runner.state() === "ok", { timeout: 10_000 });
});

test("a batch takes as many statements for 256 lanes as for one", async () => {
  let [statements, batches] = [0, 0];
  const counting: Store = {
    ...store,
    async connect() {
      batches += 1;
      const connection = await store.connect();
      return {
        ...connection,
        query(statement) {
          statements += 1;
          return connection.query(statement);
        },
      };
    },
  };
  const runner = aRunner({ store: counting });
  const { workspaceId } = await aWorkspace({ members: 5 });
  async function statementsPerBatch(contacts: readonly ContactId[], text: string) {
    [statements, batches] = [0, 0];
    await Promise.all(
      contacts.map((contactId) => runner.accept(aMessage({ workspaceId, contactId, text }))),
    );
    return statements / batches;
  }
  await statementsPerBatch([newContactId()], "help me"); // fills the caches
  const counts: { start: number; reply: number }[] = [];
  for (const lanes of [1, 8, 64, 256]) {
    const contacts = Array.from({ length: lanes }, newContactId);
    counts.push({
      start: await statementsPerBatch(contacts, "help me"),
      reply: await statementsPerBatch(contacts, "ann@example.com"),
    });
  }
  expect(counts).toEqual([1, 8, 64, 256].map(() => ({ start: 10, reply: 14 })));
});

test("stops only after what is at hand is finished, and takes nothing new", async () => {
  const runner = aRunner();
  const { workspaceId } = await aWorkspace();
  const going = Array.from({ length: 20 }, () =>
    runner.accept(aMessage({ workspaceId, contactId: newContactId(), text: "help me" })),
  );
  const stopped = runner.stop();
  await expect(
    runner.accept(aMessage({ workspaceId, contactId: newContactId(), text: "late" })),
  ).rejects.toMatchObject({ code: "stopping" });
  const accepted = await Promise.all(going);
  expect(accepted.map(({ state }) => state)).toEqual(accepted.map(() => "processed"));
  await stopped;
});

function never(): never {
  throw new Error("not there");
}
