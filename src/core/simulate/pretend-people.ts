import type {
  AssignmentCandidate,
  AssignmentRequest,
  Member,
  MemberId,
  Presence,
  Team,
  TeamId,
} from "#core/domain";
import { type Rotation, settleAssignment } from "#core/engine";

/** The team as a pretend world has it: presence, open conversations and rotations, which in production are rows under locks. */
export class PretendPeople {
  readonly teams: readonly Team[];
  readonly #members: Map<MemberId, Member>;
  readonly #rotations = new Map<TeamId, Rotation>();

  constructor(members: readonly Member[], teams: readonly Team[]) {
    this.#members = new Map(members.map((member) => [member.id, member]));
    this.teams = teams;
  }

  members(): readonly Member[] {
    return [...this.#members.values()];
  }

  find(id: MemberId): Member | undefined {
    return this.#members.get(id);
  }

  setPresence(id: MemberId, presence: Presence): void {
    const member = this.#members.get(id);
    if (member !== undefined) this.#members.set(id, { ...member, presence });
  }

  /** Counts an open conversation up or down with its assignee. */
  count(id: MemberId | null, change: 1 | -1): void {
    const member = id === null ? undefined : this.#members.get(id);
    if (member !== undefined)
      this.#members.set(member.id, { ...member, openCount: member.openCount + change });
  }

  settle(request: AssignmentRequest) {
    const teamId = request.target.kind === "team" ? request.target.teamId : null;
    const rotation = (teamId === null ? undefined : this.#rotations.get(teamId)) ?? {
      lastMemberId: null,
    };
    const settled = settleAssignment(request, this.#candidates(request), rotation);
    if (teamId !== null) this.#rotations.set(teamId, settled.rotation);
    return settled.outcome;
  }

  #candidates({ target }: AssignmentRequest): readonly AssignmentCandidate[] {
    return this.members()
      .filter((member) =>
        target.kind === "member"
          ? member.id === target.memberId
          : target.kind === "workspace" || member.teamIds.includes(target.teamId),
      )
      .map(({ id, presence, openCount }) => ({
        memberId: id,
        isOnline: presence === "online",
        openCount,
      }))
      .sort((a, b) => (a.memberId < b.memberId ? -1 : 1));
  }
}
