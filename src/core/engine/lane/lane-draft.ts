import {
  type Attention,
  type Call,
  type Contact,
  type Conversation,
  type ConversationId,
  type Event,
  finalRunStates,
  type Message,
  type Moment,
  type PendingGoal,
  type Problem,
  type Run,
  type RunId,
  type StepId,
  type Timer,
  type TimerId,
  type TriggerDecision,
  type Visit,
  type VisitId,
  type VisitorSession,
  type VisitorSessionId,
  type AssignmentRequest,
  type Occurrence,
  toEventId,
  type WorkflowId,
  type WorkflowStarts,
} from "#core/domain";
import type {
  AssignmentRecord,
  EngineWorld,
  LaneOutcome,
  LaneState,
  MessageDelivery,
} from "../lane.ts";
import { type SeededIds, seededIds } from "../seeded-ids.ts";
import type { CompiledVersion } from "../compile.ts";
import { Rows } from "./rows.ts";

/** An occurrence with the conversation it belongs to. */
export interface Occurred {
  readonly occurrence: Occurrence;
  readonly conversationId: ConversationId | null;
}

/**
 * The lane while one event is handled: rows are replaced whole, never changed in place, and what was replaced is remembered.
 * It decides nothing; the files around it do.
 */
export class LaneDraft {
  readonly ids: SeededIds;
  readonly conversations: Rows<ConversationId, Conversation>;
  readonly runs: Rows<RunId, Run>;
  readonly visits: Rows<VisitId, Visit>;
  readonly visitorSessions: Rows<VisitorSessionId, VisitorSession>;
  readonly starts: Rows<WorkflowId, WorkflowStarts>;
  readonly messages: Message[] = [];
  readonly decisions: TriggerDecision[] = [];
  readonly assignments: AssignmentRecord[] = [];
  readonly requests: AssignmentRequest[] = [];
  readonly calls: Call[] = [];
  /** What this event gives rise to and no workflow was asked about yet. */
  readonly occurred: Occurred[] = [];
  readonly followUps: Event[] = [];
  /** The run whose effects are being applied: what occurs now is its doing. */
  actingRunId: RunId | null = null;
  readonly deliveries: MessageDelivery[] = [];
  /** Runs that steps have called and that have not been walked yet. */
  readonly called: {
    readonly runId: RunId;
    readonly version: CompiledVersion;
    readonly stepId: StepId | null;
  }[] = [];
  /** Runs that ended and whose callers have not gone on yet. */
  readonly ended: RunId[] = [];
  #attention: Attention;
  #hasAttentionChanged = false;
  readonly #goals: Map<RunId, PendingGoal>;
  readonly #goalsSet = new Map<RunId, PendingGoal>();
  readonly #goalsOver = new Map<RunId, Moment | null>();
  #contact: Contact;
  #hasContactChanged = false;
  readonly #timers: Map<TimerId, Timer>;
  readonly #timersSet = new Map<TimerId, Timer>();
  readonly #timersCleared: TimerId[] = [];
  #problem: Problem | null = null;

  readonly world: EngineWorld;
  readonly event: Event;

  constructor(world: EngineWorld, lane: LaneState, event: Event) {
    this.world = world;
    this.event = event;
    this.ids = seededIds(event.seed, event.happenedAt);
    this.#contact = lane.contact;
    this.conversations = new Rows(lane.conversations, (row) => row.id);
    this.runs = new Rows(lane.runs, (row) => row.id);
    this.visits = new Rows(lane.visits, (row) => row.id);
    this.visitorSessions = new Rows(lane.visitorSessions, (row) => row.id);
    this.starts = new Rows(lane.starts, (row) => row.workflowId);
    this.#attention = lane.attention;
    this.#goals = new Map(lane.goals.map((goal) => [goal.runId, goal]));
    this.#timers = new Map(lane.timers.map((timer) => [timer.id, timer]));
  }

  get contact(): Contact {
    return this.#contact;
  }

  setContact(contact: Contact): void {
    this.#contact = contact;
    this.#hasContactChanged = true;
  }

  /** The conversation a run or event names; it is a bug of the loader when it is not in the lane. */
  conversation(id: ConversationId): Conversation {
    return this.conversations.get(id);
  }

  newestSession(): VisitorSession | null {
    let newest: VisitorSession | null = null;
    for (const session of this.visitorSessions.values())
      if (newest === null || session.lastSeenAt >= newest.lastSeenAt) newest = session;
    return newest;
  }

  /** Runs that are not in a final state, in the order in which they started. */
  activeRuns(): readonly Run[] {
    return [...this.runs.values()].filter((run) => !finalRunStates.includes(run.state));
  }

  timersOf(visitId: VisitId): readonly Timer[] {
    return [...this.#timers.values()].filter((timer) => timer.visitId === visitId);
  }

  setTimer(timer: Timer): void {
    this.#timers.set(timer.id, timer);
    this.#timersSet.set(timer.id, timer);
  }

  /** Clears a timer; one that was set while handling this very event never reaches the tables. */
  clearTimer(id: TimerId): void {
    if (!this.#timers.delete(id)) return;
    if (!this.#timersSet.delete(id)) this.#timersCleared.push(id);
  }

  /** Remembers that something occurred that workflows may start on; a run's doing becomes an event of its own. */
  occur(occurrence: Occurrence, conversationId: ConversationId | null): void {
    if (!this.#isListenedTo(occurrence)) return;
    if (this.actingRunId === null) {
      this.occurred.push({ occurrence, conversationId });
      return;
    }
    const { id: runId, depth, visitsBefore, visitCount } = this.runs.get(this.actingRunId);
    const { workspaceId, contactId, happenedAt } = this.event;
    const id = toEventId(this.ids.next());
    this.followUps.push({
      id,
      workspaceId,
      contactId,
      seed: id,
      happenedAt,
      body: {
        type: "run_caused",
        occurrence,
        conversationId,
        runId,
        depth: depth + 1,
        visitsBefore: visitsBefore + visitCount,
      },
    });
  }

  /** What no workflow listens to gets no answer, so nothing need be kept of it. */
  #isListenedTo({ type }: Occurrence): boolean {
    const { live, retired } = this.world;
    return [live, retired].some((list) =>
      list.some(({ compiled }) => compiled.trigger.on === type),
    );
  }

  /** Hands over what occurred and was not asked about, to be pooled with what the event itself is. */
  takeOccurred(): readonly Occurrence[] {
    return this.occurred.splice(0).map(({ occurrence }) => occurrence);
  }

  newestConversation(): Conversation | null {
    let newest: Conversation | null = null;
    for (const row of this.conversations.values())
      if (newest === null || row.openedAt >= newest.openedAt) newest = row;
    return newest;
  }

  get attention(): Attention {
    return this.#attention;
  }

  setAttention(attention: Attention): void {
    this.#attention = attention;
    this.#hasAttentionChanged = true;
  }

  goals(): readonly PendingGoal[] {
    return [...this.#goals.values()];
  }

  setGoal(goal: PendingGoal): void {
    this.#goals.set(goal.runId, goal);
    this.#goalsSet.set(goal.runId, goal);
  }

  /** Ends the wait for a goal: reached at a moment, or not at all. */
  endGoal(runId: RunId, reachedAt: Moment | null): void {
    if (!this.#goals.delete(runId)) return;
    this.#goalsOver.set(runId, reachedAt);
  }

  timersOfConversation(id: ConversationId): readonly Timer[] {
    return [...this.#timers.values()].filter((timer) => timer.conversationId === id);
  }

  /** Records why the event could not be applied as meant; the first reason stays. */
  note(problem: Problem): void {
    this.#problem ??= problem;
  }

  toOutcome(): LaneOutcome {
    const runs = this.activeRuns();
    const standing = new Set(runs.map((run) => run.visitId));
    return {
      lane: {
        contact: this.#contact,
        visitorSessions: [...this.visitorSessions.values()],
        conversations: [...this.conversations.values()],
        runs,
        visits: [...this.visits.values()].filter((visit) => standing.has(visit.id)),
        timers: [...this.#timers.values()],
        starts: [...this.starts.values()],
        attention: this.#attention,
        goals: [...this.#goals.values()],
      },
      changes: {
        contact: this.#hasContactChanged ? this.#contact : null,
        visitorSessions: this.visitorSessions.changed(),
        conversations: this.conversations.changed(),
        messages: this.messages,
        runs: this.runs.changed(),
        visits: this.visits.changed(),
        timersSet: [...this.#timersSet.values()],
        timersCleared: this.#timersCleared,
        starts: this.starts.changed(),
        attention: this.#hasAttentionChanged ? this.#attention : null,
        goalsSet: [...this.#goalsSet.values()].filter(({ runId }) => this.#goals.has(runId)),
        goalsOver: [...this.#goalsOver].map(([runId, reachedAt]) => ({ runId, reachedAt })),
        calls: this.calls,
        deliveries: this.deliveries,
        decisions: this.decisions,
        assignments: this.assignments,
      },
      requests: this.requests,
      followUps: this.followUps,
      problem: this.#problem,
    };
  }
}
