import type {
  AssignmentCandidate,
  AssignmentOutcome,
  AssignmentRequest,
  Conversation,
  MemberId,
  Presence,
  WorkspaceId,
} from "#core/domain";
import type { Rotation } from "#core/engine";
import {
  type FreePlace,
  type LockedMember,
  type LockedTeam,
  type MemberWrite,
  type RotationWrite,
  type Session,
  lockMembers,
} from "#server/store";
import { type LaneWork, changedConversations } from "./lane-work.ts";
import type { Engine } from "./engine.ts";

const keyOf = (workspaceId: WorkspaceId, id: string) => `${workspaceId}/${id}`;

/** The member who has this conversation among the open ones, if any. */
export const holderOf = (conversation: Conversation | undefined): MemberId | null =>
  conversation?.status === "open" ? conversation.assigneeId : null;

/** Members and teams this batch has locked, with their counts as the batch goes on. */
export interface MemberLedger {
  /** Locks what is asked for and not held yet: members in id order, then teams in id order. */
  lock(
    members: readonly { workspaceId: WorkspaceId; memberId: MemberId }[],
    requests: readonly (AssignmentRequest & { workspaceId: WorkspaceId })[],
  ): Promise<void>;
  find(workspaceId: WorkspaceId, memberId: MemberId): LockedMember | undefined;
  /** Chooses for one request and counts the choice; the caller has locked everybody it may concern. */
  settle(
    workspaceId: WorkspaceId,
    request: AssignmentRequest,
    conversation: Conversation | undefined,
  ): AssignmentOutcome;
  /** Counts anew from what the lanes look like now. */
  recount(works: readonly LaneWork[]): void;
  setPresence(workspaceId: WorkspaceId, memberId: MemberId, presence: Presence): void;
  memberWrites(): MemberWrite[];
  rotationWrites(): RotationWrite[];
  /** Places that became free: one for each conversation a member has less than before. */
  freePlaces(): FreePlace[];
}

interface MemberEntry extends LockedMember {
  change: number;
  newPresence: Presence | null;
}
interface TeamEntry extends LockedTeam {
  rotation: Rotation;
}

export function openLedger(session: Session, engine: Engine): MemberLedger {
  const members = new Map<string, MemberEntry>();
  const teams = new Map<string, TeamEntry>();
  const askedMembers = new Set<string>();
  const askedTeams = new Set<string>();

  function candidate(workspaceId: WorkspaceId, id: MemberId): AssignmentCandidate[] {
    const entry = members.get(keyOf(workspaceId, id));
    if (entry === undefined || entry.isDeleted) return [];
    const presence = entry.newPresence ?? entry.presence;
    const openCount = entry.openCount + entry.change;
    return [{ memberId: id, isOnline: presence === "online", openCount }];
  }

  function choose(workspaceId: WorkspaceId, request: AssignmentRequest): AssignmentOutcome {
    const { target } = request;
    if (target.kind === "member") {
      const rotation = { lastMemberId: null };
      const candidates = candidate(workspaceId, target.memberId);
      if (candidates.length === 0)
        return { kind: "target_gone", details: { member_id: target.memberId } };
      return engine.settleAssignment(request, candidates, rotation).outcome;
    }
    if (target.kind === "workspace") return { kind: "target_gone", details: {} };
    const team = teams.get(keyOf(workspaceId, target.teamId));
    if (team === undefined || team.isDeleted)
      return { kind: "target_gone", details: { team_id: target.teamId } };
    const candidates = team.memberIds.flatMap((id) => candidate(workspaceId, id));
    const { outcome, rotation } = engine.settleAssignment(request, candidates, team.rotation);
    team.rotation = rotation;
    return outcome;
  }

  function count(workspaceId: WorkspaceId, memberId: MemberId | null, change: number): void {
    if (memberId === null) return;
    const entry = members.get(keyOf(workspaceId, memberId));
    if (entry !== undefined) entry.change += change;
  }

  return {
    async lock(wantedMembers, requests) {
      const wanted = wantedMembers.map(({ workspaceId, memberId }) => ({ workspaceId, memberId }));
      const wantedTeams: { workspaceId: WorkspaceId; teamId: LockedTeam["teamId"] }[] = [];
      for (const { workspaceId, target } of requests) {
        if (target.kind === "member") wanted.push({ workspaceId, memberId: target.memberId });
        else if (target.kind === "team") wantedTeams.push({ workspaceId, teamId: target.teamId });
      }
      const missing = {
        members: takeNew(askedMembers, wanted, ({ memberId }) => memberId),
        teams: takeNew(askedTeams, wantedTeams, ({ teamId }) => teamId),
      };
      if (missing.members.length + missing.teams.length === 0) return;
      const locked = await lockMembers(session, missing);
      for (const member of locked.members) {
        const key = keyOf(member.workspaceId, member.memberId);
        askedMembers.add(key);
        if (!members.has(key)) members.set(key, { ...member, change: 0, newPresence: null });
      }
      for (const team of locked.teams)
        teams.set(keyOf(team.workspaceId, team.teamId), {
          ...team,
          rotation: { lastMemberId: team.lastMemberId },
        });
    },
    find: (workspaceId, memberId) => members.get(keyOf(workspaceId, memberId)),
    settle(workspaceId, request, conversation) {
      const outcome = choose(workspaceId, request);
      const holder = holderOf(conversation);
      if (outcome.kind === "assigned" && outcome.memberId !== holder) {
        count(workspaceId, holder, -1);
        count(workspaceId, outcome.memberId, 1);
      }
      return outcome;
    },
    recount(works) {
      for (const entry of members.values()) entry.change = 0;
      for (const work of works) {
        const { workspaceId } = work.gathered.lane;
        for (const { was, is } of changedConversations(work)) {
          if (holderOf(was) === holderOf(is)) continue;
          count(workspaceId, holderOf(was), -1);
          count(workspaceId, holderOf(is), 1);
        }
      }
    },
    setPresence(workspaceId, memberId, presence) {
      const entry = members.get(keyOf(workspaceId, memberId));
      if (entry !== undefined) entry.newPresence = presence;
    },
    memberWrites: () =>
      [...members.values()]
        .filter(({ change, newPresence }) => change !== 0 || newPresence !== null)
        .map(({ workspaceId, memberId, change, newPresence }) => ({
          workspaceId,
          memberId,
          openCountChange: change,
          presence: newPresence,
        })),
    rotationWrites: () =>
      [...teams.values()]
        .filter(({ rotation, lastMemberId }) => rotation.lastMemberId !== lastMemberId)
        .map(({ workspaceId, teamId, rotation }) => ({
          workspaceId,
          teamId,
          lastMemberId: rotation.lastMemberId,
        })),
    freePlaces: () =>
      [...members.values()]
        .filter(({ change }) => change < 0)
        .map(({ workspaceId, memberId, change }) => ({
          workspaceId,
          memberId,
          teamId: null,
          count: -change,
        })),
  };
}

function takeNew<Item extends { workspaceId: WorkspaceId }>(
  asked: Set<string>,
  items: readonly Item[],
  idOf: (item: Item) => string,
): Item[] {
  return items.filter((item) => {
    const key = keyOf(item.workspaceId, idOf(item));
    if (asked.has(key)) return false;
    asked.add(key);
    return true;
  });
}
