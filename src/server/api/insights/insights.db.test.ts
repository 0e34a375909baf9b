import { createApiKey } from "#server/commands";
import { createLogger } from "#server/platform";
import { startRunner } from "#server/runner";
import {
  type History,
  countByHand,
  countedGraph,
  diceOf,
  generateRuns,
  openDoors,
  readHistory,
  realEngine,
  seedWorkspace,
  testDatabase,
} from "#testing";
import { type InsightsBody, insightsSchema } from "#contract";
import { afterAll, beforeAll, expect, test } from "vitest";

/** SPEC's must-show: 5,000 runs across three versions. */
const RUNS = 5_000;
const SEED = 8;
// Far from the machine's clock: its own runner, which the doors bring along, finds no timer due.
const clock = { now: Date.UTC(2060, 2, 25, 9) };

const { app, store, tools } = openDoors(testDatabase(import.meta.url));
const runner = startRunner({
  store,
  engine: realEngine,
  announce: () => undefined,
  log: createLogger({ level: "fatal", format: "text" }),
  now: () => clock.now,
});
afterAll(() => runner.stop());

let history: History;
let url: string;
let token: string;
beforeAll(async () => {
  const workspace = await seedWorkspace(store, { members: 1, graph: () => countedGraph(1) });
  await generateRuns({ store, runner, workspace, dice: diceOf(SEED), clock }, RUNS);
  history = await readHistory(store, workspace);
  url = `/api/v1/workflows/${workspace.workflowId}/insights`;
  token = (await createApiKey(tools, workspace.workspaceId, { name: "agent", role: "agent" }))
    .token;
}, 240_000);

async function insights(query: Record<string, string>): Promise<InsightsBody> {
  const answer = await app.inject({
    url,
    query,
    headers: { authorization: `Bearer ${token}` },
  });
  expect(answer.statusCode).toBe(200);
  return insightsSchema.parse(answer.json());
}

const withinBound = (told: number | null, truly: number | null) => {
  if (truly === null || told === null) return expect(told).toBe(truly);
  return expect(Math.abs(told - truly)).toBeLessThanOrEqual(truly * 0.0500001 + 0.001);
};

test("the runs that were played have been through everything that is counted", () => {
  const { runs, steps } = countByHand(history, {
    from: "2060-03-25",
    to: "2060-04-10",
    versionNumber: null,
  });
  expect(history.runs.length).toBeGreaterThan(RUNS * 0.9);
  expect(runs.outcomes.map(({ outcome }) => outcome)).toEqual([
    "conversation_closed",
    "ended",
    "failed",
    "cancelled",
  ]);
  for (const count of [runs.started, runs.retried, runs.in_progress, runs.goal_reached])
    expect(count).toBeGreaterThan(10);
  expect([...steps.keys()].sort()).toEqual([
    "again",
    "bye",
    "close",
    "colours",
    "gone",
    "pause",
    "rate",
    "topic",
    "way",
  ]);
  expect(steps.get("topic")?.ended.dropped).toBeGreaterThan(10);
  expect([...history.moves.values()].flat().length).toBeGreaterThan(10);
});

test.each([null, 1, 2, 3])(
  "version %s: every number is what counting by hand gives",
  async (versionNumber) => {
    for (const [from, to] of [
      ["2060-03-25", "2060-04-10"],
      ["2060-03-27", "2060-03-29"],
      ["2060-03-30", "2060-03-30"],
      ["2061-01-01", "2061-01-02"],
    ] as const) {
      const told = await insights({
        from,
        to,
        ...(versionNumber !== null && { version_number: String(versionNumber) }),
      });
      const truly = countByHand(history, { from, to, versionNumber });
      const { median_seconds, ...runs } = told.runs;
      const { median_seconds: trueMedian, ...trueRuns } = truly.runs;
      expect(runs).toEqual(trueRuns);
      withinBound(median_seconds, trueMedian);
      expect(told.days).toEqual(truly.days);
      expect(told.steps.map(({ step_id }) => step_id).sort()).toEqual(
        [...truly.steps.keys()].sort(),
      );
      for (const {
        step_name,
        step_type,
        version_number,
        median_seconds: median,
        ...step
      } of told.steps) {
        const { median_seconds: trueStepMedian, ...trueStep } = truly.steps.get(step.step_id) ?? {
          median_seconds: null,
        };
        expect(step).toEqual(trueStep);
        withinBound(median, trueStepMedian);
        expect(step_name).toBe(`The ${step.step_id}`);
        expect(step_type).not.toBe("");
        if (versionNumber !== null) expect(version_number).toBe(versionNumber);
      }
    }
  },
);

test("what went in has come out or is still there, at every step and over all", async () => {
  const { runs, steps } = await insights({ from: "2060-03-25", to: "2060-04-10" });
  expect(runs.finished + runs.in_progress).toBe(runs.started + runs.retried);
  for (const { entered, left, waiting } of steps)
    expect(left.reduce((sum, { count }) => sum + count, waiting)).toBe(entered);
});

test("says which step stands in which version, and which versions have numbers", async () => {
  const { version_numbers, steps } = await insights({ from: "2060-03-25", to: "2060-04-10" });
  expect(version_numbers).toEqual([3, 2, 1]);
  const newest = Object.fromEntries(
    steps.map(({ step_id, version_number }) => [step_id, version_number]),
  );
  expect(newest).toMatchObject({ topic: 3, again: 2, rate: 1, colours: 3 });
});

test.each([
  [{ from: "2060-04-02", to: "2060-04-01" }, "query.to"],
  [{ from: "2058-01-01", to: "2060-04-01" }, "query.from"],
  [{ from: "2060-02-31" }, "query.from"],
  [{ from: "yesterday" }, "query.from"],
  [{ version_number: "0" }, "query.version_number"],
  [{ unknown: "1" }, "query"],
])("refuses %j and says where", async (query, path) => {
  const answer = await app.inject({ url, query, headers: { authorization: `Bearer ${token}` } });
  expect(answer.statusCode).toBe(400);
  expect(answer.json().errors[0].path).toContain(path);
});

/** All runs that the list gives for a filter, page by page. */
async function listed(query: Record<string, string>): Promise<string[]> {
  const ids: string[] = [];
  for (let cursor: string | null = ""; cursor !== null;) {
    const answer: {
      statusCode: number;
      json(): { items: { id: string }[]; next_cursor: string | null };
    } = await app.inject({
      url: "/api/v1/runs",
      query: { ...query, limit: "100", ...(cursor !== "" && { cursor }) },
      headers: { authorization: `Bearer ${token}` },
    });
    expect(answer.statusCode).toBe(200);
    const page = answer.json();
    ids.push(...page.items.map(({ id }) => id));
    cursor = page.next_cursor;
  }
  return ids.sort();
}

test("lists the runs that the numbers are about", async () => {
  const day = { from: "2060-03-28", to: "2060-03-28", is_test: "false" };
  const ofDay = history.runs.filter(({ started_at }) => started_at.startsWith(day.from));
  const idsOf = (fits: (run: (typeof ofDay)[number]) => boolean) =>
    ofDay
      .filter(fits)
      .map(({ run_id }) => run_id)
      .sort();
  const visitsOf = (id: string) => history.visits.get(id) ?? [];
  expect(ofDay.length).toBeGreaterThan(200);
  expect(await listed(day)).toEqual(idsOf(() => true));
  expect(await listed({ ...day, outcome: "ended" })).toEqual(
    idsOf(({ outcome, state }) => state === "completed" && outcome?.kind === "ended"),
  );
  expect(await listed({ ...day, outcome: "failed" })).toEqual(
    idsOf(({ state }) => state === "failed"),
  );
  expect(await listed({ ...day, version_number: "2" })).toEqual(
    idsOf(({ version_id }) => history.numbers.get(version_id) === 2),
  );
  expect(await listed({ ...day, step_id: "topic" })).toEqual(
    idsOf(({ run_id }) => visitsOf(run_id).at(-1)?.step_id === "topic"),
  );
  expect(await listed({ ...day, left_step_id: "way", left_path: "order" })).toEqual(
    idsOf(({ run_id }) =>
      visitsOf(run_id).some(({ step_id, path }) => step_id === "way" && path === "order"),
    ),
  );
  expect(await listed({ ...day, search: "nobody of that name" })).toEqual([]);
  const tests = await listed({ ...day, is_test: "true" });
  expect(tests.length).toBeGreaterThan(5);
  expect(tests.filter((id) => ofDay.some(({ run_id }) => run_id === id))).toEqual([]);
});
