import type {
  AssignmentCandidate,
  AssignmentExplanation,
  AssignmentOutcome,
  AssignmentRequest,
  MemberId,
} from "#core/domain";

/** Whose turn was last. Kept per team and once for the whole workspace, locked once per batch. */
export interface Rotation {
  readonly lastMemberId: MemberId | null;
}

/**
 * Chooses a member for one request. Candidates are the present members of the team or workspace (or the one asked for), in id order;
 * a candidate who has this very conversation is counted without it. The caller holds the members' and the rotation's locks, and
 * counts a chosen member's open conversation up before the next request.
 */
export type SettleAssignment = (
  request: AssignmentRequest,
  candidates: readonly AssignmentCandidate[],
  rotation: Rotation,
) => { readonly outcome: AssignmentOutcome; readonly rotation: Rotation };

type PassedOver = AssignmentExplanation["candidates"][number]["passedOver"];

export const settleAssignment: SettleAssignment = (request, candidates, rotation) => {
  const { target } = request;
  if (target.kind === "member" && candidates.length === 0)
    return { outcome: { kind: "target_gone", details: { member_id: target.memberId } }, rotation };
  const teamId = target.kind === "team" ? target.teamId : null;
  const policy = target.kind === "member" ? "direct" : request.policy;
  const eligible = candidates.filter((candidate) => whyNot(request, candidate) === null);
  const chosen = choose(request, inTurn(eligible, rotation.lastMemberId));
  const explanation: AssignmentExplanation = {
    policy,
    candidates: candidates.map((candidate) => ({
      memberId: candidate.memberId,
      openCount: candidate.openCount,
      passedOver:
        candidate === chosen
          ? null
          : (whyNot(request, candidate) ?? whyLater(request, candidate, chosen)),
    })),
  };
  if (chosen === undefined)
    return { outcome: { kind: "nobody_available", teamId, explanation }, rotation };
  return {
    outcome: { kind: "assigned", memberId: chosen.memberId, teamId, explanation },
    rotation: target.kind === "member" ? rotation : { lastMemberId: chosen.memberId },
  };
};

const whyNot = (
  { onlineOnly, openLimit }: AssignmentRequest,
  { isOnline, openCount }: AssignmentCandidate,
): PassedOver => {
  if (onlineOnly && !isOnline) return "offline";
  return openLimit !== null && openCount >= openLimit ? "at_limit" : null;
};

const whyLater = (
  { policy }: AssignmentRequest,
  { openCount }: AssignmentCandidate,
  chosen: AssignmentCandidate | undefined,
): PassedOver =>
  policy === "least_open" && chosen !== undefined && openCount > chosen.openCount
    ? "more_open"
    : "not_their_turn";

/** Puts those after the last one chosen first, so that everybody has their turn in id order. */
const inTurn = (
  candidates: readonly AssignmentCandidate[],
  last: MemberId | null,
): readonly AssignmentCandidate[] => {
  if (last === null) return candidates;
  return [
    ...candidates.filter(({ memberId }) => memberId > last),
    ...candidates.filter(({ memberId }) => memberId <= last),
  ];
};

const choose = (
  { policy, target }: AssignmentRequest,
  turns: readonly AssignmentCandidate[],
): AssignmentCandidate | undefined => {
  if (target.kind === "member" || policy === "round_robin") return turns[0];
  let least: AssignmentCandidate | undefined;
  for (const candidate of turns)
    if (least === undefined || candidate.openCount < least.openCount) least = candidate;
  return least;
};
