import type { AssignmentCandidate, AssignmentOutcome, AssignmentRequest, MemberId } from "#core/domain";

/** A team's rotation: who was chosen last. Kept per team, locked once per batch. */
export interface Rotation {
  readonly lastMemberId: MemberId | null;
}

/**
 * Chooses a member for one request. Candidates are the team's present members (or the one asked for), in id order.
 * The caller holds the members' and the rotation's locks, and counts a chosen member's open conversation up before the next request.
 */
export type SettleAssignment = (
  request: AssignmentRequest,
  candidates: readonly AssignmentCandidate[],
  rotation: Rotation,
) => { readonly outcome: AssignmentOutcome; readonly rotation: Rotation };
