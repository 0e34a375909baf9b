import { toWorkflowId, type Occurrence } from "#core/domain";
import { aTriggerContext, bindTrigger } from "#testing/builders";
import { expect, it } from "vitest";
import { schedule } from "./trigger.ts";

const audience = {
  match: "all",
  conditions: [{ field: "contact.tags", operator: "has_any_of", value: ["vip"] }],
};

it("starts when its moment has come", () => {
  const due: Occurrence = {
    type: "schedule",
    workflowId: toWorkflowId("00000000-0000-7000-8000-00000000000b"),
  };
  expect(bindTrigger(schedule, { cron: "0 9 * * *" }).matches(due, aTriggerContext())).toEqual({
    match: "yes",
    inputs: {},
  });
});

it("says when and for whom", () => {
  const config = { cron: "0 9 * * mon", timezone: "Europe/Berlin", audience };
  expect(bindTrigger(schedule, config).need).toEqual({ kind: "schedule", ...config });
});

it.each([
  [{ cron: "0 9 * *" }, ["cron"]],
  [{ cron: "" }, ["cron"]],
  [{ cron: "0 9 * * *", timezone: "Berlin" }, ["timezone"]],
  [
    {
      cron: "0 9 * * *",
      audience: {
        match: "all",
        conditions: [{ field: "session.device", operator: "equals", value: "phone" }],
      },
    },
    ["audience", "conditions", 0, "field"],
  ],
  [
    {
      cron: "0 9 * * *",
      audience: { match: "all", conditions: [{ field: "contact.email", operator: "equals" }] },
    },
    ["audience", "conditions", 0, "value"],
  ],
])("refuses %j", (config, path) => {
  const bound = schedule.bind(config);
  expect(bound.ok ? [] : bound.problems.map((problem) => problem.path)).toEqual([path]);
});
