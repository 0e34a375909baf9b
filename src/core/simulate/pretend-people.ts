import {
  type AssignmentCandidate,
  type AssignmentOutcome,
  type AssignmentRequest,
  type Conversation,
  countsFor,
  type Member,
  type MemberId,
  type Presence,
  type Team,
  type TeamId,
} from "#core/domain";
import { type Rotation, settleAssignment } from "#core/engine";

/** The team as a pretend world has it: presence, open conversations and rotations, which in production are rows under locks. */
export class PretendPeople {
  readonly teams: readonly Team[];
  readonly #members: Map<MemberId, Member>;
  /** One for each team, and one for the whole workspace. */
  readonly #rotations = new Map<TeamId | "workspace", Rotation>();

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

  /** Chooses for one request; `conversation` is the one it is about, which its holder keeps at no cost. */
  settle(request: AssignmentRequest, conversation: Conversation | undefined): AssignmentOutcome {
    const turn = turnOf(request);
    const rotation = (turn === null ? undefined : this.#rotations.get(turn)) ?? nobodyYet;
    const candidates = this.#candidates(request, countsFor(conversation));
    const settled = settleAssignment(request, candidates, rotation);
    if (turn !== null) this.#rotations.set(turn, settled.rotation);
    return settled.outcome;
  }

  /** Tells whether somebody would get it now; changes nothing. */
  hasPlace(request: AssignmentRequest, conversation: Conversation | undefined): boolean {
    const candidates = this.#candidates(request, countsFor(conversation));
    return settleAssignment(request, candidates, nobodyYet).outcome.kind === "assigned";
  }

  #candidates(
    { target }: AssignmentRequest,
    holder: MemberId | null,
  ): readonly AssignmentCandidate[] {
    return this.members()
      .filter((member) =>
        target.kind === "member"
          ? member.id === target.memberId
          : target.kind === "workspace" || member.teamIds.includes(target.teamId),
      )
      .map(({ id, presence, openCount }) => ({
        memberId: id,
        isOnline: presence === "online",
        openCount: openCount - (id === holder ? 1 : 0),
      }))
      .sort((a, b) => (a.memberId < b.memberId ? -1 : 1));
  }
}

const nobodyYet: Rotation = { lastMemberId: null };

const turnOf = ({ target }: AssignmentRequest): TeamId | "workspace" | null => {
  if (target.kind === "team") return target.teamId;
  return target.kind === "workspace" ? "workspace" : null;
};
