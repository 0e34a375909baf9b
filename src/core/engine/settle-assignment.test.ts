import {
  type AssignmentCandidate,
  type AssignmentRequest,
  toConversationId,
  toMemberId,
  toRunId,
  toTeamId,
  toVisitId,
} from "#core/domain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Rotation, settleAssignment } from "./settle-assignment.ts";

const aRequest = (overrides: Partial<AssignmentRequest> = {}): AssignmentRequest => ({
  key: "run:visit:1",
  runId: toRunId("run"),
  visitId: toVisitId("visit"),
  conversationId: toConversationId("conversation"),
  target: { kind: "team", teamId: toTeamId("team") },
  policy: "round_robin",
  onlineOnly: true,
  openLimit: null,
  ...overrides,
});
const member = (name: string, openCount = 0, isOnline = true): AssignmentCandidate => ({
  memberId: toMemberId(name),
  openCount,
  isOnline,
});
const after = (name: string | null): Rotation => ({
  lastMemberId: name === null ? null : toMemberId(name),
});

const chosen = (
  request: AssignmentRequest,
  candidates: readonly AssignmentCandidate[],
  rotation: Rotation,
): string => {
  const { outcome } = settleAssignment(request, candidates, rotation);
  return outcome.kind === "assigned" ? outcome.memberId : outcome.kind;
};

describe("choosing a member", () => {
  const three = [member("a", 2), member("b", 0), member("c", 1)];
  it.each([
    ["the first when nobody had a turn", aRequest(), three, null, "a"],
    ["the next after the last one", aRequest(), three, "a", "b"],
    ["the first again after the last of all", aRequest(), three, "c", "a"],
    ["the next when the last one has left the team", aRequest(), three, "bb", "c"],
    ["nobody offline", aRequest(), [member("a", 0, false), member("b")], null, "b"],
    [
      "somebody offline when that is allowed",
      aRequest({ onlineOnly: false }),
      [member("a", 0, false)],
      null,
      "a",
    ],
    ["nobody at the limit", aRequest({ openLimit: 2 }), three, "c", "b"],
    ["nobody when all are full", aRequest({ openLimit: 0 }), three, null, "nobody_available"],
    ["nobody in an empty team", aRequest(), [], null, "nobody_available"],
    ["the one with the fewest open", aRequest({ policy: "least_open" }), three, null, "b"],
    [
      "among equals the next in turn",
      aRequest({ policy: "least_open" }),
      [member("a"), member("b"), member("c")],
      "a",
      "b",
    ],
    [
      "the member asked for",
      aRequest({ target: { kind: "member", memberId: toMemberId("c") } }),
      [member("c")],
      "a",
      "c",
    ],
    [
      "nobody when the member asked for is gone",
      aRequest({ target: { kind: "member", memberId: toMemberId("c") } }),
      [],
      null,
      "target_gone",
    ],
  ] as const)("takes %s", (_name, request, candidates, last, expected) => {
    expect(chosen(request, candidates, after(last))).toBe(expected);
  });

  it("explains every candidate passed over", () => {
    const candidates = [
      member("a", 0, false),
      member("b", 9),
      member("c", 3),
      member("d", 1),
      member("e", 1),
    ];
    const { outcome } = settleAssignment(
      aRequest({ policy: "least_open", openLimit: 5 }),
      candidates,
      after(null),
    );
    expect(
      outcome.kind === "assigned" && outcome.explanation.candidates.map((each) => each.passedOver),
    ).toEqual(["offline", "at_limit", "more_open", null, "not_their_turn"]);
  });

  it("leaves the rotation alone when a member was asked for or nobody was available", () => {
    const direct = aRequest({ target: { kind: "member", memberId: toMemberId("c") } });
    expect(settleAssignment(direct, [member("c")], after("a")).rotation).toEqual(after("a"));
    expect(settleAssignment(aRequest(), [], after("a")).rotation).toEqual(after("a"));
  });
});

it("gives everybody the same number of turns, give or take one", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.stringMatching(/^[a-f]{1,6}$/), { minLength: 1, maxLength: 8 }),
      fc.integer({ min: 1, max: 60 }),
      (names, requests) => {
        const candidates = names.toSorted().map((name) => member(name));
        const turns = new Map(names.map((name) => [name, 0]));
        let rotation = after(null);
        for (let index = 0; index < requests; index += 1) {
          const settled = settleAssignment(aRequest(), candidates, rotation);
          rotation = settled.rotation;
          if (settled.outcome.kind === "assigned")
            turns.set(settled.outcome.memberId, (turns.get(settled.outcome.memberId) ?? 0) + 1);
        }
        const counts = [...turns.values()];
        expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
      },
    ),
  );
});
