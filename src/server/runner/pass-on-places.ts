import type { AssignmentTarget, MemberId, RunId, TeamId } from "#core/domain";
import type { FreePlace, MemberWrite } from "#server/store";
import type { LaneWork } from "./lane-work.ts";

/** A member who comes online may have room for several; each one served makes the next ask. */
const PLACES_OF_ARRIVING_MEMBER = 16;

/** Where somebody who asked for this may be served; both null: anywhere in the workspace. */
export const placeOf = (
  target: AssignmentTarget,
): { readonly teamId: TeamId | null; readonly memberId: MemberId | null } => ({
  teamId: target.kind === "team" ? target.teamId : null,
  memberId: target.kind === "member" ? target.memberId : null,
});

/** Places of members who came online with this batch. */
export const placesOfArrivals = (members: readonly MemberWrite[]): FreePlace[] =>
  members
    .filter(({ presence }) => presence === "online")
    .map(({ workspaceId, memberId }) => ({
      workspaceId,
      memberId,
      teamId: null,
      count: PLACES_OF_ARRIVING_MEMBER,
    }));

/**
 * Passes places on: whoever was offered one and got it makes the next in the queue ask, since there may be room for more; whoever was
 * offered one and waits no longer gives it to the next. Who asked in vain found nothing to pass on.
 */
export const placesPassedOn = (works: readonly LaneWork[]): FreePlace[] =>
  works.flatMap((work) => {
    const { workspaceId } = work.gathered.lane;
    return work.results.flatMap(({ event: { body }, state }): FreePlace[] => {
      if (body.type !== "assignment_offered" || state !== "processed") return [];
      const wish = work.wishes.get(body.runId);
      const place = body.place ?? (wish === undefined ? null : placeOf(wish.target));
      if (place === null || (wish !== undefined && !wasAssigned(work, body.runId))) return [];
      return [{ workspaceId, ...place, count: 1 }];
    });
  });

const wasAssigned = ({ results }: LaneWork, runId: RunId): boolean =>
  results.some(
    ({ event: { body } }) =>
      body.type === "assignment_settled" &&
      body.request.runId === runId &&
      body.outcome.kind === "assigned",
  );
