import { type TestWorkspace, aWorkspace, askGraph, openDoors, testDatabase } from "#testing";
import { beforeEach, expect, test } from "vitest";

const { app, tools } = openDoors(testDatabase(import.meta.url));
let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await aWorkspace(tools);
});

async function ask(
  method: "GET" | "POST" | "PATCH" | "DELETE" | "PUT",
  path: string,
  body?: object,
) {
  const answer = await app.inject({
    method,
    url: `/api/v1${path}`,
    headers: { authorization: `Bearer ${workspace.apiKeys.owner}` },
    ...(body === undefined ? {} : { payload: body }),
  });
  return { status: answer.statusCode, body: answer.body === "" ? null : answer.json() };
}
const names = async (): Promise<string[]> =>
  (await ask("GET", "/schedules")).body.items.map(
    ({ name, is_default }: { name: string; is_default: boolean }) =>
      is_default ? `${name} (default)` : name,
  );

test("a schedule is made with the usual hours, says what it comes to now, and is changed", async () => {
  const made = await ask("POST", "/schedules", { name: "Sales" });
  expect(made).toMatchObject({
    status: 201,
    body: {
      name: "Sales",
      is_default: false,
      schedule: { timezone: null, days: { monday: { spans: [{ from: "09:00", to: "17:00" }] } } },
    },
  });
  const off = { is_open: false };
  const days = Object.fromEntries(Object.keys(made.body.schedule.days).map((name) => [name, off]));
  const changed = await ask("PATCH", `/schedules/${made.body.id}`, {
    name: "Sales, closed",
    schedule: { timezone: "Asia/Tokyo", days },
  });
  expect(changed).toMatchObject({
    status: 200,
    body: { name: "Sales, closed", is_open: false, next_open: null, next_close: null },
  });
  expect(changed.body.schedule.timezone).toBe("Asia/Tokyo");
});

test("one schedule is the workspace's own hours, whenever there is any", async () => {
  expect(await names()).toEqual(["Hours (default)"]);
  const { id } = (await ask("POST", "/schedules", { name: "A", is_default: true })).body;
  expect(await names()).toEqual(["A (default)", "Hours"]);
  await ask("PATCH", `/schedules/${workspace.scheduleId}`, { is_default: true });
  expect(await names()).toEqual(["Hours (default)", "A"]);
  expect((await ask("DELETE", `/schedules/${workspace.scheduleId}`)).status).toBe(204);
  expect(await names()).toEqual(["A (default)"]);
  expect((await ask("DELETE", `/schedules/${workspace.scheduleId}`)).status).toBe(404);
  await ask("DELETE", `/schedules/${id}`);
  expect(await names()).toEqual([]);
  await ask("POST", "/schedules", { name: "B" });
  expect(await names()).toEqual(["B (default)"]);
});

test("two schedules made at once leave one default", async () => {
  await ask("DELETE", `/schedules/${workspace.scheduleId}`);
  await Promise.all(["A", "B", "C"].map((name) => ask("POST", "/schedules", { name })));
  expect((await names()).filter((name) => name.endsWith("(default)"))).toHaveLength(1);
});

test("what is wrong is said at its place", async () => {
  const wrong = {
    timezone: "Mars/Base",
    days: {
      monday: {
        spans: [
          { from: "09:00", to: "12:00" },
          { from: "11:00", to: "13:00" },
        ],
      },
    },
  };
  const answer = await ask("POST", "/schedules", { name: " ", schedule: wrong });
  expect(answer).toMatchObject({ status: 422, body: { code: "invalid_request" } });
  expect(answer.body.errors.map(({ path }: { path: string }) => path)).toEqual([
    "body.name",
    "body.schedule.timezone",
    "body.schedule.days.monday.spans.1.from",
  ]);
});

test("a run asks the hours as they are when it meets them, and fails when they are gone", async () => {
  const hours = (id: string) => ({
    ...askGraph,
    steps: [
      {
        id: "hours",
        type: "date_time",
        name: "Hours",
        config: { schedule: { type: "named", schedule_id: id } },
        position: { x: 0, y: 0 },
      },
    ],
    edges: [{ from: "trigger", path: "next", to: "hours" }],
  });
  const { body: workflow } = await ask("POST", "/workflows", {
    name: "Hours",
    graph: hours(workspace.scheduleId),
  });
  const workflowId = workflow.workflow?.id ?? workflow.id;
  expect((await ask("POST", `/workflows/${workflowId}/publish`, {})).status).toBeLessThan(300);
  const start = async () => {
    const answer = await ask("POST", `/workflows/${workflowId}/runs`, {
      conversation_id: workspace.conversationId,
      ends_holder: true,
    });
    const runs = await ask("GET", `/runs?workflow_id=${workflowId}&limit=1`);
    expect(answer.status).toBeLessThan(300);
    return (await ask("GET", `/runs/${runs.body.items[0].id}`)).body;
  };
  const always = Object.fromEntries(
    ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"].map((name) => [
      name,
      { spans: [{ from: "00:00", to: "24:00" }] },
    ]),
  );
  await ask("PATCH", `/schedules/${workspace.scheduleId}`, { schedule: { days: always } });
  expect(await start()).toMatchObject({ visits: [{ path: "success" }] });
  const today = tools.clock.now().toISOString().slice(0, 10);
  await ask("PATCH", `/schedules/${workspace.scheduleId}`, {
    schedule: { days: always, closed_on: today },
  });
  expect(await start()).toMatchObject({ visits: [{ path: "failure" }] });
  await ask("DELETE", `/schedules/${workspace.scheduleId}`);
  expect(JSON.stringify(await start())).toContain("target_gone");
  const refused = await ask("POST", `/workflows/${workflowId}/publish`, {});
  expect(refused).toMatchObject({ status: 422, body: { code: "publish_refused" } });
  expect(refused.body.errors[0].message).toBe(
    "this schedule does not exist any more; choose another",
  );
});
