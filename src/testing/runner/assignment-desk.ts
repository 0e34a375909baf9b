/** What tests of assignments share: conversations that ask for somebody, and what becomes of them. */
import {
  type ContactId,
  type ConversationId,
  type EventBody,
  type MemberId,
  type TeamId,
  toRunId,
} from "#core/domain";
import { newUuid } from "#server/platform";
import type { Runner } from "#server/runner";
import { type Session, type Store, replaceMembersOfTeam } from "#server/store";
import { aMessage, newContactId } from "./new-events.ts";
import type { SeededWorkspace } from "./seed-workspace.ts";

/** A conversation and whose it is. */
export interface Opened {
  readonly contactId: ContactId;
  readonly conversationId: ConversationId;
}

/** Acts and looks in the database of a test. */
export function assignmentDesk(store: Store) {
  async function open(
    runner: Runner,
    { workspaceId }: SeededWorkspace,
    contactId = newContactId(),
  ): Promise<Opened> {
    const { conversationId } = await runner.accept(
      aMessage({ workspaceId, contactId, text: "help me" }),
    );
    return { contactId, conversationId: conversationId ?? never() };
  }

  const happen = (
    runner: Runner,
    { workspaceId }: SeededWorkspace,
    contactId: ContactId | null,
    body: EventBody,
  ) =>
    runner.accept({
      workspaceId,
      contactId,
      door: "api",
      sourceKey: newUuid(),
      createsContact: false,
      body,
    });

  const close = (runner: Runner, seeded: SeededWorkspace, { contactId, conversationId }: Opened) =>
    happen(runner, seeded, contactId, {
      type: "conversation_closed",
      conversationId,
      byMemberId: null,
    });

  const goes = (
    runner: Runner,
    seeded: SeededWorkspace,
    memberId: MemberId,
    presence: "online" | "offline",
  ) => happen(runner, seeded, null, { type: "presence_changed", memberId, presence });

  async function assigneeOf({ conversationId }: Opened): Promise<MemberId | null> {
    const [row] = await store.query<{ assignee_id: MemberId | null }>({
      text: "select assignee_id from conversation where conversation_id = $1",
      values: [conversationId],
    });
    return row?.assignee_id ?? null;
  }

  async function countsOf({ workspaceId }: SeededWorkspace): Promise<number[]> {
    const rows = await store.query<{ open_count: number; counted: number }>({
      text: `select open_count, (select count(*)::int from conversation c where c.workspace_id = m.workspace_id and c.assignee_id = m.member_id
      and c.status = 'open' and c.snoozed_until is null and not c.is_greeting) as counted
      from member m where workspace_id = $1 order by member_id`,
      values: [workspaceId],
    });
    for (const { open_count, counted } of rows)
      if (open_count !== counted)
        throw new Error(`counted ${open_count}, and there are ${counted}`);
    return rows.map(({ open_count }) => open_count);
  }

  /** Holds rows in a transaction of its own until told to let go. */
  async function hold(work: (session: Session) => Promise<unknown>): Promise<() => Promise<void>> {
    let letGo: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (letGo = resolve));
    let isHeld: () => void = () => undefined;
    const ready = new Promise<void>((resolve) => (isHeld = resolve));
    const over = store.transaction(async (session) => {
      await work(session);
      isHeld();
      await held;
    });
    await Promise.race([ready, over]);
    return async () => {
      letGo();
      await over;
    };
  }

  const holdLane = ({ workspaceId }: SeededWorkspace, { contactId }: Opened) =>
    hold((session) =>
      session.query({
        text: "select from lane where workspace_id = $1 and lane_id = $2 for update",
        values: [workspaceId, contactId],
      }),
    );

  const isQueued = async (count: number, { workspaceId }: SeededWorkspace) => {
    const rows = await store.query({
      text: "select from assignment_wait where workspace_id = $1",
      values: [workspaceId],
    });
    return rows.length === count;
  };

  const isOffered = async ({ conversationId }: Opened) => {
    const rows = await store.query({
      text: "select from assignment_wait where conversation_id = $1 and is_offered",
      values: [conversationId],
    });
    return rows.length === 1;
  };

  async function addMember({ workspaceId }: SeededWorkspace, presence: string): Promise<MemberId> {
    const [row] = await store.query<{ member_id: MemberId }>({
      text: `insert into member (workspace_id, member_id, name, email, role, presence, created_at)
      values ($1, $2, 'New', 'new@example.com', 'agent', $3, '2026-01-01') returning member_id`,
      values: [workspaceId, newUuid(), presence],
    });
    return row?.member_id ?? never();
  }

  async function addTeam(
    { workspaceId }: SeededWorkspace,
    memberIds: readonly MemberId[],
  ): Promise<TeamId> {
    const [row] = await store.query<{ team_id: TeamId }>({
      text: "insert into team (workspace_id, team_id, name, created_at) values ($1, $2, 'Other', '2026-01-01') returning team_id",
      values: [workspaceId, newUuid()],
    });
    const teamId = row?.team_id ?? never();
    await store.transaction((session) =>
      replaceMembersOfTeam(session, workspaceId, teamId, memberIds),
    );
    return teamId;
  }

  async function control(
    runner: Runner,
    seeded: SeededWorkspace,
    { contactId, conversationId }: Opened,
    verb: "pause" | "continue",
  ): Promise<void> {
    const [run] = await store.query<{ run_id: string }>({
      text: "select run_id from run where conversation_id = $1",
      values: [conversationId],
    });
    await happen(runner, seeded, contactId, {
      type: "run_controlled",
      runId: toRunId(run?.run_id ?? never()),
      control: verb,
      byMemberId: null,
    });
  }

  return {
    open,
    happen,
    close,
    goes,
    assigneeOf,
    countsOf,
    hold,
    holdLane,
    isQueued,
    isOffered,
    addMember,
    addTeam,
    control,
  };
}

/** One of a list that must be there. */
export const pick = <Item>(items: readonly Item[], index: number): Item => items[index] ?? never();

function never(): never {
  throw new Error("not there");
}
