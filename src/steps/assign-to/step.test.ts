import { minute, toMemberId } from "#core/domain";
import { aStepContext, bindStep, builtAt, problemsOf } from "#testing/builders";
import { describe, expect, it } from "vitest";
import { assignTo } from "./step.ts";

const team = "01920000-0000-7000-8000-000000000001";
const member = toMemberId("01920000-0000-7000-8000-000000000002");
const toTeam = { target: { type: "team", team_id: team } };
const explanation = { policy: "round_robin", candidates: [] } as const;

describe("assigning", () => {
  it("asks for a member and waits for the answer", () => {
    expect(
      bindStep(assignTo, { ...toTeam, open_limit: 4, timeout: { seconds: 180 } }).enter(
        aStepContext(),
      ),
    ).toEqual({
      kind: "wait",
      wait: {
        for: "assignee",
        takesReply: false,
        keepAfterClose: false,
        timers: [{ name: "timeout", dueAt: builtAt + 3 * minute }],
      },
      state: builtAt + 3 * minute,
      effects: [
        {
          type: "request_assignment",
          target: { kind: "team", teamId: team },
          policy: "round_robin",
          onlineOnly: true,
          openLimit: 4,
        },
      ],
    });
  });

  const step = bindStep(assignTo, { ...toTeam, timeout: { seconds: 180 } });
  const dueAt = builtAt + 3 * minute;
  it.each([
    [
      "leaves by assigned when somebody has it",
      {
        type: "assignment",
        outcome: { kind: "assigned", memberId: member, teamId: null, explanation },
      },
      { kind: "leave", path: "assigned" },
    ],
    [
      "waits on, until the same moment, when nobody is available",
      { type: "assignment", outcome: { kind: "nobody_available", teamId: null, explanation } },
      { kind: "wait", state: dueAt, effects: [] },
    ],
    [
      "asks again when a place may be free",
      { type: "assignment_offered" },
      { kind: "wait", state: dueAt, effects: [{ type: "request_assignment" }] },
    ],
    [
      "leaves by timeout when the time is over",
      { type: "timer", name: "timeout" },
      { kind: "leave", path: "timeout" },
    ],
    [
      "fails when the target is gone",
      { type: "assignment", outcome: { kind: "target_gone", details: {} } },
      { kind: "fail", problem: { code: "target_gone" } },
    ],
  ] as const)("%s", (_name, event, expected) => {
    expect(step.resume(aStepContext(), event, dueAt)).toMatchObject(expected);
  });
});

it("sends a failure along timeout only when there is one", () => {
  expect(bindStep(assignTo, toTeam).failurePath).toBeNull();
  expect(bindStep(assignTo, { ...toTeam, timeout: { seconds: 180 } }).failurePath).toBe("timeout");
});

it.each([
  [{ target: { type: "team", team_id: "" } }, [expect.stringContaining("target.team_id: ")]],
  [{}, ["target: choose a member or a team"]],
  [{ ...toTeam, timeout: { seconds: 30 } }, ["timeout.seconds: wait at least 1 minute"]],
])("refuses %j", (config, problems) => {
  expect(problemsOf(assignTo, config)).toEqual(problems);
});
