import { toWorkflowId, type Occurrence } from "#core/domain";
import { aTriggerContext, bindTrigger } from "#testing/builders";
import { expect, it } from "vitest";
import { teammateSilent } from "./trigger.ts";

const silence = (side: "customer" | "teammate"): Occurrence => ({
  type: "silence",
  side,
  workflowId: toWorkflowId("00000000-0000-7000-8000-00000000000b"),
});

it("starts on the silence of its side only", () => {
  const trigger = bindTrigger(teammateSilent, {});
  expect(trigger.matches(silence("teammate"), aTriggerContext()).match).toBe("yes");
  expect(trigger.matches(silence("customer"), aTriggerContext()).match).toBe("other_type");
});

it("says what time it counts", () => {
  expect(bindTrigger(teammateSilent, {}).need).toEqual({
    kind: "silence",
    side: "teammate",
    seconds: 3_600,
    scheduleId: null,
  });
  const schedule_id = "00000000-0000-4000-8000-0000000000e1";
  expect(bindTrigger(teammateSilent, { seconds: 5_400, schedule_id })).toMatchObject({
    summary: "When the team is silent for 90 minutes in business hours",
    need: { seconds: 5_400, scheduleId: schedule_id },
  });
});

it.each([60, 2_592_000])("takes a silence of %d seconds", (seconds) => {
  expect(teammateSilent.bind({ seconds }).ok).toBe(true);
});

it.each([59, 2_592_001, 90.5, null])("refuses a silence of %s seconds", (seconds) => {
  expect(teammateSilent.bind({ seconds }).ok).toBe(false);
});
