import { day } from "#core/domain";
import { createLogger } from "#server/platform";
import { startRunner } from "#server/runner";
import {
  bumpConfigRevision,
  clearLiveVersion,
  countDecisions,
  createStore,
  deleteOldDecisions,
  listDecisions as listNamed,
  setLiveVersion,
} from "#server/store";
import {
  aMessage,
  newContactId,
  realEngine,
  seedWorkspace,
  supportRunGraph,
  testDatabase,
} from "#testing";
import { afterAll, expect, test } from "vitest";

const database = testDatabase(import.meta.url);
const store = createStore({ connectionString: database.connectionString, maxConnections: 10 });
const runner = startRunner({
  store,
  engine: realEngine,
  announce: () => undefined,
  log: createLogger({ level: "silent", format: "text" }),
});
afterAll(async () => {
  await runner.stop();
  await store.close();
});

const aWorkspace = () =>
  seedWorkspace(store, { members: 1, graph: (teamId) => supportRunGraph(teamId) });
const yearOne = new Date(0);
const listDecisions = async (...asked: Parameters<typeof listNamed>) =>
  (await listNamed(...asked)).map(({ decision }) => decision);

test("what was taken down lately is recorded as not published, until it is live again", async () => {
  const { workspaceId, workflowId, versionId } = await aWorkspace();
  const contactId = newContactId();
  const unpublishedAt = new Date(Date.now() - day);
  await store.transaction(async (session) => {
    await clearLiveVersion(session, workspaceId, workflowId, unpublishedAt);
    await bumpConfigRevision(session, workspaceId);
  });
  await runner.accept(aMessage({ workspaceId, contactId, text: "help me" }));
  const filter = { contactId, limit: 10 };
  expect(await listDecisions(store, workspaceId, filter)).toMatchObject([
    {
      workflowId,
      versionId,
      result: "not_started",
      reason: "not_published",
      evidence: { unpublished_at: unpublishedAt.toISOString() },
    },
  ]);
  await store.transaction(async (session) => {
    await setLiveVersion(session, workspaceId, workflowId, versionId);
    await bumpConfigRevision(session, workspaceId);
  });
  const another = newContactId();
  await runner.accept(aMessage({ workspaceId, contactId: another, text: "help me" }));
  expect(await listDecisions(store, workspaceId, { contactId: another, limit: 10 })).toMatchObject([
    { result: "started" },
  ]);
});

test("what was taken down more than 30 days ago is not missed", async () => {
  const { workspaceId, workflowId } = await aWorkspace();
  const contactId = newContactId();
  await store.transaction(async (session) => {
    await clearLiveVersion(session, workspaceId, workflowId, new Date(Date.now() - 31 * day));
    await bumpConfigRevision(session, workspaceId);
  });
  await runner.accept(aMessage({ workspaceId, contactId, text: "help me" }));
  expect(await listDecisions(store, workspaceId, { contactId, limit: 10 })).toEqual([]);
});

test("every start and non-start is counted per day, and the counts outlive the rows", async () => {
  const { workspaceId, workflowId, versionId } = await aWorkspace();
  const messages = Array.from({ length: 20 }, () =>
    aMessage({ workspaceId, contactId: newContactId(), text: "help me" }),
  );
  await Promise.all(messages.map((message) => runner.accept(message)));
  // A repeat of an event counts nothing again.
  await Promise.all(messages.map((message) => runner.accept(message)));
  await store.transaction(async (session) => {
    await clearLiveVersion(session, workspaceId, workflowId, new Date());
    await bumpConfigRevision(session, workspaceId);
  });
  const late = aMessage({ workspaceId, contactId: newContactId(), text: "help me" });
  await runner.accept(late);

  const rows = await listDecisions(store, workspaceId, { workflowId, limit: 100 });
  expect(rows).toHaveLength(21);
  const day = rows[0] === undefined ? "" : new Date(rows[0].decidedAt).toISOString().slice(0, 10);
  const counts = [
    { day, result: "not_started", reason: "not_published", count: 1 },
    { day, result: "started", reason: null, count: 20 },
  ];
  expect(await countDecisions(store, workspaceId, workflowId, yearOne)).toEqual(counts);

  await store.query({
    text: "update trigger_decision set decided_at = $3 where workspace_id = $1 and version_id = $2 and result = 'started'",
    values: [workspaceId, versionId, yearOne],
  });
  expect(await deleteOldDecisions(store, new Date(1), 15)).toBe(15);
  expect(await deleteOldDecisions(store, new Date(1), 15)).toBe(5);
  expect(await listDecisions(store, workspaceId, { workflowId, limit: 100 })).toMatchObject([
    { reason: "not_published" },
  ]);
  expect(await countDecisions(store, workspaceId, workflowId, yearOne)).toEqual(counts);
});
