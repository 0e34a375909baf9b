import {
  type AssignmentRequest,
  type Call,
  type Contact,
  type ContactId,
  type Conversation,
  countsFor,
  type Event,
  type EventBody,
  type EventId,
  type LiveWorkflow,
  type Member,
  type MemberId,
  type Moment,
  noAttention,
  type Presence,
  priorities,
  type Run,
  type RunId,
  type Team,
  type Timer,
  toEventId,
  type Version,
  type VersionId,
  type WorkflowId,
  type Workspace,
} from "#core/domain";
import {
  type ActionCatalogue,
  type CompiledVersion,
  compileVersion,
  type EngineWorld,
  handleEvent,
  type LaneOutcome,
  type LaneState,
  type StepCatalogue,
  type TriggerCatalogue,
} from "#core/engine";
import { PretendPeople } from "./pretend-people.ts";

/** What a pretend world begins with. */
export interface WorldSetup {
  readonly now: Moment;
  readonly workspace: Workspace;
  readonly members: readonly Member[];
  readonly teams: readonly Team[];
  readonly steps: StepCatalogue;
  readonly triggers: TriggerCatalogue;
  readonly actions: ActionCatalogue;
  /** Highest priority first. */
  readonly workflows: readonly LiveWorkflow[];
}

/** One event with the lane it met and what it came to. */
export interface Happening {
  readonly event: Event;
  readonly before: LaneState;
  readonly outcome: LaneOutcome;
}

/** Asking for an assignee again and again at one moment is a loop: it stops here and goes on with the next event. */
const mostRounds = 20;

/** The engine with everything around it pretended: a clock that only `advance` moves, lanes in memory, assignments settled at once. */
export class PretendWorld {
  readonly people: PretendPeople;
  readonly happenings: Happening[] = [];
  readonly #setup: WorldSetup;
  #live: EngineWorld["live"];
  #retired: EngineWorld["retired"] = [];
  readonly #versions: ReadonlyMap<VersionId, CompiledVersion>;
  readonly #lanes = new Map<ContactId, LaneState>();
  readonly #handled = new Set<EventId>();
  /** The newest wish of each run that asked for an assignee. */
  readonly #wishes = new Map<RunId, AssignmentRequest>();
  #workspace: Workspace;
  #calls: Call[] = [];
  readonly #ended = new Map<RunId, Run>();
  #now: Moment;
  /** Somebody came online or has one conversation fewer. */
  #hasRoom = false;
  #events = 0;

  /** @throws when a workflow cannot be compiled; the message names its first problem. */
  constructor(setup: WorldSetup) {
    this.#setup = setup;
    this.#workspace = setup.workspace;
    this.#now = setup.now;
    this.people = new PretendPeople(setup.members, setup.teams);
    this.#live = setup.workflows.map((workflow) => ({
      workflow,
      compiled: compile(workflow.version, setup),
    }));
    this.#versions = new Map(this.#live.map(({ compiled }) => [compiled.id, compiled]));
  }

  get now(): Moment {
    return this.#now;
  }

  get workspace(): Workspace {
    return this.#workspace;
  }

  /** What is live, highest priority first. */
  get workflows(): readonly LiveWorkflow[] {
    return this.#live.map(({ workflow }) => workflow);
  }

  /** Changes the workspace's named schedules, as a member does in its settings. */
  setSchedules(schedules: Workspace["schedules"]): void {
    this.#workspace = { ...this.#workspace, schedules };
  }

  /** Calls of a contact's runs that have no answer yet, the oldest first. */
  waitingCalls(contactId: ContactId): readonly Call[] {
    return this.#calls.filter((call) => call.contactId === contactId);
  }

  /** The version of a workflow that new runs get. */
  liveVersionId(id: WorkflowId): VersionId | null {
    return this.#live.find(({ workflow }) => workflow.workflowId === id)?.compiled.id ?? null;
  }

  /** Takes a workflow down: its runs go on, and none starts. */
  unpublish(id: WorkflowId, unpublishedAt: Moment = this.#now): void {
    const taken = this.#live.filter(({ workflow }) => workflow.workflowId === id);
    this.#live = this.#live.filter(({ workflow }) => workflow.workflowId !== id);
    this.#retired = [...taken.map((each) => ({ ...each, unpublishedAt })), ...this.#retired];
  }

  /** Takes up again a workflow that was taken down, at its old priority. */
  republish(id: WorkflowId): void {
    const [back] = this.#retired.filter(({ workflow }) => workflow.workflowId === id);
    if (back === undefined) return;
    const { workflow, compiled } = back;
    this.#retired = this.#retired.filter((each) => each !== back);
    this.#live = [...this.#live, { workflow, compiled }].toSorted(
      (a, b) => a.workflow.priority - b.workflow.priority,
    );
  }

  hasContact(id: ContactId): boolean {
    return this.#lanes.has(id);
  }

  addContact(contact: Contact): void {
    this.#lanes.set(contact.id, {
      contact,
      visitorSessions: [],
      conversations: [],
      runs: [],
      visits: [],
      timers: [],
      starts: [],
      attention: noAttention,
      goals: [],
    });
  }

  lane(id: ContactId): LaneState {
    const lane = this.#lanes.get(id);
    if (lane === undefined) throw new Error(`this world has no contact ${id}`);
    return lane;
  }

  /** Lets something happen in a contact's lane and settles the assignments it asks for. */
  happen(contactId: ContactId, body: EventBody): void {
    this.handle(this.#toEvent(contactId, body));
  }

  /** Handles an event that is given whole; one that was handled before is a repeat and changes nothing, as at the door in production. */
  handle(event: Event): void {
    if (this.#handled.has(event.id)) return;
    this.#run(event);
    this.#offerPlaces();
  }

  #run(event: Event): void {
    const { contactId } = event;
    if (contactId === null) return;
    this.#handled.add(event.id);
    // What follows from an event is handled before anything else, as in the runner.
    const queue: Event[] = [event];
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const { requests, followUps } = this.#apply(contactId, next);
      queue.unshift(...followUps);
      this.#settle(contactId, requests, queue);
    }
  }

  #settle(contactId: ContactId, first: LaneOutcome["requests"], queue: Event[]): void {
    let requests = first;
    for (let round = 0; requests.length > 0 && round < mostRounds; round += 1) {
      requests = requests.flatMap((request) => {
        if (request.runId !== null) this.#wishes.set(request.runId, request);
        const outcome = this.people.settle(request, this.#conversation(contactId, request));
        const settled = this.#apply(
          contactId,
          this.#toEvent(contactId, { type: "assignment_settled", request, outcome }),
        );
        queue.unshift(...settled.followUps);
        return settled.requests;
      });
    }
  }

  /** Moves the clock on and lets every timer due by then fire in its order. */
  advance(milliseconds: number): void {
    const until = this.#now + milliseconds;
    for (let next = this.#nextTimer(until); next !== null; next = this.#nextTimer(until)) {
      this.#now = Math.max(this.#now, next.dueAt);
      const { id: timerId, contactId, ...due } = next;
      this.happen(contactId, { type: "timer_due", timerId, ...due });
    }
    this.#now = until;
  }

  /** When the next timer of anybody is due; null when none is set. */
  get nextTimerAt(): Moment | null {
    return this.#nextTimer(Number.POSITIVE_INFINITY)?.dueAt ?? null;
  }

  /** Changes a member's presence; whoever comes online is offered to the conversations that wait. */
  setPresence(memberId: MemberId, presence: Presence): void {
    this.people.setPresence(memberId, presence);
    this.#hasRoom ||= presence === "online";
    this.#offerPlaces();
  }

  /** Offers places that have become free: to the highest priority first, among equals to the longest waiting. */
  #offerPlaces(): void {
    for (let round = 0; this.#hasRoom && round < mostRounds; round += 1) {
      this.#hasRoom = false;
      const waiting = [...this.#lanes.values()]
        .flatMap(({ runs }) => runs)
        .filter((run) => run.state === "waiting" && run.wait?.for === "assignee")
        .map((run) => ({ run, rank: this.#rankOf(run), since: this.#waitsSince(run) }))
        .sort((a, b) => b.rank - a.rank || a.since - b.since);
      for (const { run } of waiting) {
        const { contactId, conversationId, visitId, id: runId } = run;
        const wish = this.#wishes.get(runId);
        if (conversationId === null || visitId === null || wish === undefined) continue;
        if (!this.people.hasPlace(wish, this.#conversation(contactId, wish))) continue;
        this.#run(
          this.#toEvent(contactId, { type: "assignment_offered", runId, visitId, conversationId }),
        );
      }
    }
  }

  #conversation(
    contactId: ContactId,
    { conversationId }: AssignmentRequest,
  ): Conversation | undefined {
    return this.lane(contactId).conversations.find(({ id }) => id === conversationId);
  }

  #rankOf({ contactId, conversationId }: Run): number {
    const conversation = this.lane(contactId).conversations.find(({ id }) => id === conversationId);
    return priorities.indexOf(conversation?.priority ?? "normal");
  }

  #waitsSince(run: Run): Moment {
    return (
      this.lane(run.contactId).visits.find(({ id }) => id === run.visitId)?.enteredAt ??
      run.startedAt
    );
  }

  #nextTimer(until: Moment): Timer | null {
    let next: Timer | null = null;
    for (const { timers } of this.#lanes.values()) {
      for (const timer of timers)
        if (timer.dueAt <= until && (next === null || timer.dueAt < next.dueAt)) next = timer;
    }
    return next;
  }

  #apply(contactId: ContactId, event: Event): LaneOutcome {
    const before = this.#withNamedRun(this.lane(contactId), event);
    const { steps, triggers, actions } = this.#setup;
    const world: EngineWorld = {
      now: this.#now,
      workspace: this.#workspace,
      steps,
      triggers,
      actions,
      live: this.#live,
      retired: this.#retired,
      version: (id) => this.#versions.get(id),
    };
    const outcome = handleEvent(world, before, event);
    this.#lanes.set(contactId, outcome.lane);
    this.happenings.push({ event, before, outcome });
    this.#calls.push(...outcome.changes.calls);
    const { body } = event;
    this.#calls = this.#calls.filter((call) => !isAnswered(call, body));
    for (const run of outcome.changes.runs) if (run.endedAt !== null) this.#ended.set(run.id, run);
    this.#countOpen(before, outcome);
    return outcome;
  }

  /** Runs that are in a final state, in the order in which they ended. */
  endedRuns(): readonly Run[] {
    return [...this.#ended.values()];
  }

  /** An event may name a run that has ended, which a lane does not keep. */
  #withNamedRun(lane: LaneState, { body }: Event): LaneState {
    const named = body.type === "run_retried" ? this.#ended.get(body.runId) : undefined;
    return named === undefined ? lane : { ...lane, runs: [...lane.runs, named] };
  }

  /** What a member's open conversations are after these changes; closing one may make room for whoever waits. */
  #countOpen(before: LaneState, { changes }: LaneOutcome): void {
    for (const conversation of changes.conversations) {
      const old = before.conversations.find(({ id }) => id === conversation.id);
      const [wasWith, isWith] = [countsFor(old), countsFor(conversation)];
      if (wasWith === isWith) continue;
      this.people.count(wasWith, -1);
      this.people.count(isWith, 1);
      this.#hasRoom ||= wasWith !== null;
    }
  }

  #toEvent(contactId: ContactId, body: EventBody): Event {
    this.#events += 1;
    const id = toEventId(`00000000-0000-7000-9000-${this.#events.toString(16).padStart(12, "0")}`);
    return {
      id,
      workspaceId: this.#workspace.id,
      contactId,
      seed: `event ${this.#events}`,
      happenedAt: this.#now,
      body,
    };
  }
}

/** A channel's message is answered by what is reported of it, every other call by its own end. */
const isAnswered = ({ id, request }: Call, body: EventBody): boolean =>
  request.kind === "message"
    ? body.type === "delivery_reported" && body.messageId === request.messageId
    : body.type === "call_finished" && body.callId === id;

const compile = (version: Version, { steps, triggers, actions }: WorldSetup): CompiledVersion => {
  const compiled = compileVersion(version, steps, triggers, actions);
  if (compiled.ok) return compiled.version;
  const [problem] = compiled.problems;
  throw new Error(
    `version ${version.number} cannot run: ${problem?.stepId ?? "trigger"} ${problem?.field.join(".") ?? ""}: ${problem?.message ?? ""}`,
  );
};
