import {
  type AssignmentCandidate,
  type AssignmentOutcome,
  type AssignmentRequest,
  type Conversation,
  type MemberId,
  type Presence,
  type TeamId,
  type WorkspaceId,
  countsFor,
} from "#core/domain";
import type { Rotation } from "#core/engine";
import {
  type FreePlace,
  type LockedMember,
  type LockedRotation,
  type MemberWrite,
  type QueuedWait,
  type RotationWrite,
  type Session,
  lockMembers,
  readQueue,
} from "#server/store";
import { type LaneWork, changedConversations } from "./lane-work.ts";
import type { Engine } from "./engine.ts";

const keyOf = (workspaceId: WorkspaceId, id: string) => `${workspaceId}/${id}`;

/** Members, teams and workspaces this batch has locked, with their counts and turns as the batch goes on. */
export interface MemberLedger {
  /** Locks what is asked for and not held yet: members in id order, then teams, then workspaces. With requests it reads the queue too. */
  lock(
    members: readonly { workspaceId: WorkspaceId; memberId: MemberId }[],
    requests: readonly (AssignmentRequest & { workspaceId: WorkspaceId })[],
  ): Promise<void>;
  find(workspaceId: WorkspaceId, memberId: MemberId): LockedMember | undefined;
  /** Who waited for the locked members when they were locked. */
  queue(): readonly QueuedWait[];
  /** Chooses for one request and counts the choice; the caller has locked everybody it may concern. */
  settle(
    workspaceId: WorkspaceId,
    request: AssignmentRequest,
    conversation: Conversation | undefined,
  ): AssignmentOutcome;
  /** Keeps a place for somebody in the queue until the round is over; false when none is free. */
  reserve(wait: QueuedWait): boolean;
  /** Counts anew from what the lanes look like now. */
  recount(works: readonly LaneWork[]): void;
  setPresence(workspaceId: WorkspaceId, memberId: MemberId, presence: Presence): void;
  memberWrites(): MemberWrite[];
  rotationWrites(): RotationWrite[];
  /** Places that became free, one for each conversation a member has less than before, and those kept for whoever was not told. */
  freePlaces(): FreePlace[];
}

interface MemberEntry extends LockedMember {
  change: number;
  /** Kept for runs in the queue that are not in this batch. */
  reserved: number;
  newPresence: Presence | null;
}
interface RotationEntry extends LockedRotation {
  rotation: Rotation;
}

export function openLedger(session: Session, engine: Engine): MemberLedger {
  const members = new Map<string, MemberEntry>();
  const rotations = new Map<string, RotationEntry>();
  const asked = new Set<string>();
  const waits = new Map<string, QueuedWait>();
  const untold = new Map<string, FreePlace>();

  function candidate(
    workspaceId: WorkspaceId,
    id: MemberId,
    holder: MemberId | null,
  ): AssignmentCandidate[] {
    const entry = members.get(keyOf(workspaceId, id));
    if (entry === undefined || entry.isDeleted) return [];
    const presence = entry.newPresence ?? entry.presence;
    // whoever has this conversation keeps it at no cost
    const openCount = entry.openCount + entry.change + entry.reserved - (id === holder ? 1 : 0);
    return [{ memberId: id, isOnline: presence === "online", openCount }];
  }

  function choose(
    workspaceId: WorkspaceId,
    request: AssignmentRequest,
    holder: MemberId | null,
  ): AssignmentOutcome {
    const { target } = request;
    if (target.kind === "member") {
      const candidates = candidate(workspaceId, target.memberId, holder);
      return engine.settleAssignment(request, candidates, { lastMemberId: null }).outcome;
    }
    const turns = rotations.get(turnKey(workspaceId, target));
    if (turns === undefined || turns.isDeleted)
      return {
        kind: "target_gone",
        details: target.kind === "team" ? { team_id: target.teamId } : {},
      };
    const candidates = turns.memberIds.flatMap((id) => candidate(workspaceId, id, holder));
    const { outcome, rotation } = engine.settleAssignment(request, candidates, turns.rotation);
    turns.rotation = rotation;
    return outcome;
  }

  function count(workspaceId: WorkspaceId, memberId: MemberId | null, change: number): void {
    if (memberId === null) return;
    const entry = members.get(keyOf(workspaceId, memberId));
    if (entry !== undefined) entry.change += change;
  }

  function takeNew<Item>(items: readonly Item[], toKey: (item: Item) => string): Item[] {
    return items.filter((item) => {
      const key = toKey(item);
      if (asked.has(key)) return false;
      asked.add(key);
      return true;
    });
  }

  return {
    async lock(wantedMembers, requests) {
      const wanted = wantedMembers.map(({ workspaceId, memberId }) => ({ workspaceId, memberId }));
      const teams: { workspaceId: WorkspaceId; teamId: TeamId }[] = [];
      const workspaces: WorkspaceId[] = [];
      for (const { workspaceId, target } of requests) {
        if (target.kind === "member") wanted.push({ workspaceId, memberId: target.memberId });
        else if (target.kind === "team") teams.push({ workspaceId, teamId: target.teamId });
        else workspaces.push(workspaceId);
      }
      const missing = {
        members: takeNew(wanted, ({ workspaceId, memberId }) => keyOf(workspaceId, memberId)),
        teams: takeNew(teams, ({ workspaceId, teamId }) => keyOf(workspaceId, teamId)),
        workspaces: takeNew(workspaces, (workspaceId) => workspaceId),
      };
      if (missing.members.length + missing.teams.length + missing.workspaces.length === 0) return;
      // sent together: the queue is read when the locks are held
      const [locked, queue] = await Promise.all([
        lockMembers(session, missing),
        requests.length === 0 ? [] : readQueue(session, missing),
      ]);
      for (const member of locked.members) {
        const key = keyOf(member.workspaceId, member.memberId);
        asked.add(key);
        if (!members.has(key))
          members.set(key, { ...member, change: 0, reserved: 0, newPresence: null });
      }
      for (const turns of locked.rotations)
        rotations.set(keyOf(turns.workspaceId, turns.teamId ?? ANYBODY), {
          ...turns,
          rotation: { lastMemberId: turns.lastMemberId },
        });
      for (const wait of queue) waits.set(keyOf(wait.workspaceId, wait.request.runId), wait);
    },
    find: (workspaceId, memberId) => members.get(keyOf(workspaceId, memberId)),
    queue: () => [...waits.values()],
    settle(workspaceId, request, conversation) {
      const holder = countsFor(conversation);
      const outcome = choose(workspaceId, request, holder);
      if (outcome.kind === "assigned" && outcome.memberId !== holder) {
        count(workspaceId, holder, -1);
        count(workspaceId, outcome.memberId, 1);
      }
      return outcome;
    },
    reserve(wait) {
      const { workspaceId, request, memberIds } = wait;
      const held = [...members.values()].filter((entry) => entry.workspaceId === workspaceId);
      const ids = memberIds ?? held.map(({ memberId }) => memberId).sort();
      const candidates = ids.flatMap((id) => candidate(workspaceId, id, null));
      const { outcome } = engine.settleAssignment(request, candidates, { lastMemberId: null });
      if (outcome.kind !== "assigned") return false;
      const { memberId } = outcome;
      const entry = members.get(keyOf(workspaceId, memberId));
      if (entry !== undefined) entry.reserved += 1;
      if (!wait.isOffered)
        untold.set(keyOf(workspaceId, request.runId ?? ""), {
          workspaceId,
          memberId,
          teamId: null,
          count: 1,
        });
      return true;
    },
    recount(works) {
      for (const entry of members.values()) [entry.change, entry.reserved] = [0, 0];
      for (const work of works) {
        const { workspaceId } = work.gathered.lane;
        for (const { was, is } of changedConversations(work)) {
          const [before, after] = [countsFor(was), countsFor(is)];
          if (before === after) continue;
          count(workspaceId, before, -1);
          count(workspaceId, after, 1);
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
      [...rotations.values()]
        .filter(({ rotation, lastMemberId }) => rotation.lastMemberId !== lastMemberId)
        .map(({ workspaceId, teamId, rotation }) => ({
          workspaceId,
          teamId,
          lastMemberId: rotation.lastMemberId,
        })),
    freePlaces: () => [
      ...[...members.values()]
        .filter(({ change }) => change < 0)
        .map(({ workspaceId, memberId, change }) => ({
          workspaceId,
          memberId,
          teamId: null,
          count: -change,
        })),
      ...untold.values(),
    ],
  };
}

const ANYBODY = "anybody";

const turnKey = (
  workspaceId: WorkspaceId,
  target: Exclude<AssignmentRequest["target"], { kind: "member" }>,
) => keyOf(workspaceId, target.kind === "team" ? target.teamId : ANYBODY);
