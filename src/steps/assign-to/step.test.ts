import {
  aiAgentOutcomes,
  day,
  hour,
  type JsonObject,
  minute,
  toAiAgentId,
  toMemberId,
} from "#core/domain";
import {
  aContact,
  aConversation,
  aStepContext,
  aWorkspace,
  bindStep,
  builtAt,
  problemsOf,
} from "#testing/builders";
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

const requestOf = (target: JsonObject, context = aStepContext()) => {
  const { effects = [] } = bindStep(assignTo, { target }).enter(context);
  return effects.map((effect) => ("target" in effect ? effect.target : effect));
};

describe("choosing whom to ask for", () => {
  const owned = aStepContext({ contact: aContact({ ownerId: member }) });
  const hadBefore = aStepContext({ conversation: aConversation({ lastAssigneeId: member }) });
  it.each([
    [
      "the member",
      { type: "member", member_id: member },
      aStepContext(),
      { kind: "member", memberId: member },
    ],
    ["the team", { type: "team", team_id: team }, aStepContext(), { kind: "team", teamId: team }],
    ["anybody of the workspace", { type: "workspace" }, aStepContext(), { kind: "workspace" }],
    ["the contact's owner", { type: "owner" }, owned, { kind: "member", memberId: member }],
    [
      "whoever had it last",
      { type: "last_assignee" },
      hadBefore,
      { kind: "member", memberId: member },
    ],
  ])("asks for %s", (_name, target, context, expected) => {
    expect(requestOf(target, context)).toEqual([expected]);
  });

  it.each([{ type: "owner" }, { type: "last_assignee" }])(
    "fails as gone when there is nobody for %j, before a conversation too",
    (target) => {
      const step = bindStep(assignTo, { target });
      const gone = {
        kind: "fail",
        problem: { code: "target_gone", details: { target: target.type } },
      };
      expect(step.enter(aStepContext())).toMatchObject(gone);
      expect(step.enter(aStepContext({ conversation: null }))).toMatchObject(gone);
    },
  );

  it("keeps filters for a member too", () => {
    const target = { type: "member", member_id: member };
    const step = bindStep(assignTo, { target, online_only: false, open_limit: 2 });
    expect(step.enter(aStepContext()).effects).toMatchObject([{ onlineOnly: false, openLimit: 2 }]);
  });

  it("asks whoever it is now when a place is offered", () => {
    const step = bindStep(assignTo, { target: { type: "owner" } });
    expect(step.resume(owned, { type: "assignment_offered" }, null).effects).toMatchObject([
      { target: { kind: "member", memberId: member } },
    ]);
    expect(step.resume(aStepContext(), { type: "assignment_offered" }, null)).toMatchObject({
      kind: "fail",
    });
  });
});

it("takes the assignee away and leaves at once", () => {
  const step = bindStep(assignTo, { target: { type: "unassign" }, timeout: { seconds: 60 } });
  expect(step.enter(aStepContext())).toEqual({
    kind: "leave",
    path: "assigned",
    effects: [{ type: "unassign" }],
  });
  expect(step.outputPaths.map(({ id }) => id)).toEqual(["assigned"]);
  expect(step.parks).toBe("never");
});

describe("handing over to an AI agent", () => {
  const aiAgentId = toAiAgentId("01920000-0000-7000-8000-000000000003");
  const workspace = aWorkspace({ aiAgents: [{ id: aiAgentId, name: "Ada" }] });
  const target = { type: "ai_agent", ai_agent_id: aiAgentId };
  const staying = bindStep(assignTo, { target });
  const waiting = bindStep(assignTo, { target: { ...target, mode: "wait" } });
  const given = { type: "assign_ai_agent", aiAgentId };

  it("ends the run as handed over when it stays", () => {
    expect(staying.enter(aStepContext({ workspace }))).toMatchObject({
      kind: "end",
      outcome: { kind: "handed_over" },
      effects: [given],
    });
    expect(staying.outputPaths).toEqual([]);
  });

  it("waits for its outcome, for a day of silence unless told otherwise", () => {
    expect(waiting.enter(aStepContext({ workspace }))).toMatchObject({
      kind: "wait",
      wait: {
        for: "ai_agent",
        takesReply: false,
        timers: [{ name: "no_reply", dueAt: builtAt + day }],
      },
      effects: [given],
    });
    expect(waiting.outputPaths.map(({ id }) => id)).toEqual([...aiAgentOutcomes]);
    expect(waiting.parks).toBe("always");
  });

  it.each(aiAgentOutcomes)("leaves by %s when that is what came of it", (outcome) => {
    expect(
      waiting.resume(aStepContext({ workspace }), { type: "ai_agent", outcome }, builtAt),
    ).toEqual({ kind: "leave", path: outcome });
  });

  const silence = { type: "timer", name: "no_reply" } as const;
  const step = bindStep(assignTo, {
    target: { ...target, mode: "wait", no_reply_after: { seconds: 3_600 } },
  });
  const conversation = aConversation({ aiAgentId });
  it("takes silence for no reply, never for resolved, and takes the conversation back", () => {
    const context = aStepContext({ workspace, conversation, now: builtAt + hour });
    expect(step.resume(context, silence, builtAt)).toEqual({
      kind: "leave",
      path: "no_reply",
      effects: [{ type: "unassign" }],
    });
  });

  it.each(["lastContactMessageAt", "lastTeamMessageAt"] as const)(
    "counts silence from the last word (%s)",
    (word) => {
      const spoken = aConversation({ aiAgentId, [word]: builtAt + 10 * minute });
      const context = aStepContext({ workspace, conversation: spoken, now: builtAt + hour });
      expect(step.resume(context, silence, builtAt)).toMatchObject({
        kind: "wait",
        wait: { timers: [{ name: "no_reply", dueAt: builtAt + hour + 10 * minute }] },
        state: builtAt,
      });
    },
  );

  it("leaves the conversation to whoever took it over meanwhile", () => {
    const taken = aConversation({ assigneeId: member });
    const context = aStepContext({ workspace, conversation: taken, now: builtAt + hour });
    expect(step.resume(context, silence, builtAt)).toEqual({
      kind: "leave",
      path: "no_reply",
      effects: [],
    });
  });

  it("fails when the AI agent is gone, or a person has the floor", () => {
    const held = aConversation({ floor: { holder: "person", memberId: member } });
    expect(waiting.enter(aStepContext())).toMatchObject({
      kind: "fail",
      problem: { code: "target_gone" },
    });
    expect(waiting.enter(aStepContext({ workspace, conversation: held }))).toMatchObject({
      kind: "fail",
      problem: { code: "floor_taken" },
    });
    expect([staying.failurePath, waiting.failurePath]).toEqual([null, "failed"]);
  });

  it("speaks to the customer, which no other target does", () => {
    expect([staying.speaks, waiting.speaks, bindStep(assignTo, toTeam).speaks]).toEqual([
      true,
      true,
      false,
    ]);
  });
});

it("sends a failure along timeout only when there is one", () => {
  expect(bindStep(assignTo, toTeam).failurePath).toBeNull();
  expect(bindStep(assignTo, { ...toTeam, timeout: { seconds: 180 } }).failurePath).toBe("timeout");
});

it("waits an hour when the timeout is on and says no time", () => {
  expect(bindStep(assignTo, { ...toTeam, timeout: {} }).enter(aStepContext())).toMatchObject({
    wait: { timers: [{ name: "timeout", dueAt: builtAt + hour }] },
  });
});

it.each([
  [{ target: { type: "team", team_id: "" } }, [expect.stringContaining("target.team_id: ")]],
  [{}, ["target: choose who gets the conversation"]],
  [{ ...toTeam, timeout: { seconds: 30 } }, ["timeout.seconds: wait at least 1 minute"]],
  [{ ...toTeam, timeout: { seconds: 604_801 } }, ["timeout.seconds: wait at most 7 days"]],
  [{ ...toTeam, open_limit: 0 }, ["open_limit: at least 1"]],
])("refuses %j", (config, problems) => {
  expect(problemsOf(assignTo, config)).toEqual(problems);
});
