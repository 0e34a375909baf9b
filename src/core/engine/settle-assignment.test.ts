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
      "the next in turn of the whole workspace",
      aRequest({ target: { kind: "workspace" } }),
      three,
      "b",
      "c",
    ],
    [
      "the one of the workspace with the fewest open",
      aRequest({ target: { kind: "workspace" }, policy: "least_open" }),
      three,
      "b",
      "b",
    ],
    [
      "nobody in an empty workspace",
      aRequest({ target: { kind: "workspace" } }),
      [],
      null,
      "nobody_available",
    ],
    [
      "nobody online at the limit, offline below it",
      aRequest({ openLimit: 1 }),
      [member("a", 1), member("b", 0, false)],
      null,
      "nobody_available",
    ],
    [
      "nobody when the member asked for is offline",
      aRequest({ target: { kind: "member", memberId: toMemberId("c") } }),
      [member("c", 0, false)],
      null,
      "nobody_available",
    ],
    [
      "nobody when the member asked for is at the limit",
      aRequest({ target: { kind: "member", memberId: toMemberId("c") }, openLimit: 3 }),
      [member("c", 3)],
      null,
      "nobody_available",
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

const names = fc.uniqueArray(fc.stringMatching(/^[a-f]{1,6}$/), { minLength: 1, maxLength: 8 });
const targets = fc.constantFrom(
  { kind: "team", teamId: toTeamId("team") } as const,
  { kind: "workspace" } as const,
);

/** Settles so many requests one after another, counting as the runner does. */
const settleMany = (
  request: AssignmentRequest,
  start: readonly AssignmentCandidate[],
  requests: number,
) => {
  const counts = new Map(start.map(({ memberId, openCount }) => [memberId, openCount]));
  const got = new Map(start.map(({ memberId }) => [memberId, 0]));
  let rotation = after(null);
  let refused = 0;
  for (let index = 0; index < requests; index += 1) {
    const candidates = start.map((each) => ({
      ...each,
      openCount: counts.get(each.memberId) ?? 0,
    }));
    const settled = settleAssignment(request, candidates, rotation);
    rotation = settled.rotation;
    if (settled.outcome.kind === "assigned") {
      const { memberId } = settled.outcome;
      counts.set(memberId, (counts.get(memberId) ?? 0) + 1);
      got.set(memberId, (got.get(memberId) ?? 0) + 1);
    } else refused += 1;
  }
  return { counts, got, refused };
};

const spread = (numbers: Iterable<number>) => {
  const all = [...numbers];
  return Math.max(...all) - Math.min(...all);
};

it("gives everybody the same number of turns, give or take one", () => {
  fc.assert(
    fc.property(names, targets, fc.integer({ min: 1, max: 60 }), (all, target, requests) => {
      const candidates = all.toSorted().map((name) => member(name));
      const { got } = settleMany(aRequest({ target }), candidates, requests);
      expect(spread(got.values())).toBeLessThanOrEqual(1);
    }),
    { numRuns: 1_000 },
  );
});

it("levels the open conversations of all who are there, give or take one, once there are enough", () => {
  fc.assert(
    fc.property(
      names,
      targets,
      fc.array(fc.nat(5), { minLength: 8, maxLength: 8 }),
      (all, target, open) => {
        const candidates = all.toSorted().map((name, index) => member(name, open[index] ?? 0));
        const request = aRequest({ target, policy: "least_open" });
        const { counts } = settleMany(request, candidates, 5 * all.length);
        expect(spread(counts.values())).toBeLessThanOrEqual(1);
      },
    ),
    { numRuns: 1_000 },
  );
});

it("never passes a limit, never chooses who is offline, and refuses only when nobody is left", () => {
  fc.assert(
    fc.property(
      fc.record({
        all: names,
        target: targets,
        policy: fc.constantFrom("round_robin", "least_open" as const),
        openLimit: fc.integer({ min: 1, max: 6 }),
        open: fc.array(fc.nat(8), { minLength: 8, maxLength: 8 }),
        online: fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
        requests: fc.integer({ min: 1, max: 60 }),
      }),
      ({ all, target, policy, openLimit, open, online, requests }) => {
        const candidates = all
          .toSorted()
          .map((name, index) => member(name, open[index] ?? 0, online[index] ?? false));
        const { counts, got, refused } = settleMany(
          aRequest({ target, policy, openLimit }),
          candidates,
          requests,
        );
        const places = candidates.reduce(
          (sum, { isOnline, openCount }) =>
            sum + (isOnline ? Math.max(0, openLimit - openCount) : 0),
          0,
        );
        expect(refused).toBe(Math.max(0, requests - places));
        for (const { memberId, isOnline, openCount } of candidates) {
          expect(counts.get(memberId)).toBeLessThanOrEqual(Math.max(openLimit, openCount));
          if (!isOnline) expect(got.get(memberId)).toBe(0);
        }
      },
    ),
    { numRuns: 1_000 },
  );
});
