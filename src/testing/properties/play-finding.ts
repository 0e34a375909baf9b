import {
  type Contact,
  type Event,
  type EventBody,
  type Graph,
  type Json,
  lifecycleStages,
  type Moment,
  type Run,
  type StepEvent,
  toEventId,
  toMessageId,
  toWorkflowId,
  verifications,
  type Visit,
  type VisitorSession,
} from "#core/domain";
import { type EngineWorld, handleEvent, type LaneOutcome, type LaneState } from "#core/engine";
import type { Story } from "#core/verify";
import { aContact, aLane, aVisitorSession, aWorld } from "#testing/builders";

/** Plays the story of a finding on the real engine: the same facts, the same events, nothing else. */
export class StoryPlayer {
  lane: LaneState;
  readonly visits = new Map<string, Visit>();
  /** The run that the story is about, as it is now. */
  run: Run | null = null;
  readonly #world: EngineWorld;
  readonly #story: Story;
  #requests: LaneOutcome["requests"] = [];
  #now: Moment;
  #events = 0;

  constructor(graph: Graph, story: Story) {
    this.#world = aWorld([graph]);
    this.#story = story;
    this.#now = story.startsAt;
    this.lane = aLane({ contact: toContact(story.facts, story.startsAt) });
  }

  /** Plays all of it; each event must meet the run at the step it is for. */
  play(): void {
    this.#begin();
    for (const { stepId, events } of this.#story.moves) {
      for (const event of events) {
        if (this.run?.stepId !== stepId)
          throw new Error(`the run stands at ${this.run?.stepId ?? "no step"}, not at ${stepId}`);
        this.#resume(event);
      }
    }
  }

  /** What the run has visited, in order. */
  walked(): readonly Visit[] {
    return [...this.visits.values()].sort((a, b) => a.number - b.number);
  }

  /** Meets one wish for an assignee after the other while no time passes; tells how often the run asked again. */
  assignOnAndOn(rounds: number): number {
    const met = this.#story.moves
      .flatMap(({ events }) => events)
      .findLast((event) => event.type === "assignment" && event.outcome.kind === "assigned");
    let round = 0;
    for (; round < rounds && met !== undefined && this.#requests.length > 0; round += 1)
      this.#resume(met);
    return round;
  }

  /** Whether the run left a conversation open with nobody assigned, or spoke in none. */
  conversationIsUnattended(): boolean {
    const conversation = this.lane.conversations.find(({ id }) => id === this.run?.conversationId);
    if (conversation === undefined) return true;
    const { status, assigneeId, aiAgentId } = conversation;
    return status === "open" && assigneeId === null && aiAgentId === null;
  }

  #begin(): void {
    const session = toSession(this.#story.facts);
    const { occurrence } = this.#story;
    const page = occurrence.type === "detection" ? occurrence.page : session.page;
    const { id: visitorSessionId, device, language } = session;
    // Long enough ago for proactive workflows to come.
    const arrivedMsAgo = 60_000;
    this.#happen({ type: "visitor_seen", visitorSessionId, page, device, language, arrivedMsAgo });
    this.#happen(toStartingBody(occurrence, session));
  }

  #resume(event: StepEvent): void {
    switch (event.type) {
      case "reply":
        // A person reads before they answer: what follows an answer at once would be filed with it.
        this.#now += 5_000;
        return this.#happen({
          type: "message_received",
          conversationId: this.run?.conversationId ?? null,
          messageId: toMessageId(this.#nextId("a")),
          channel: this.lane.conversations.at(-1)?.channel ?? "widget",
          text: event.text,
          quickReplyId: event.quickReplyId,
          asksForPerson: event.asksForPerson,
          visitorSessionId: null,
        });
      case "timer": {
        const timer = this.lane.timers.find(
          ({ visitId, name }) => visitId === this.run?.visitId && name === event.name,
        );
        if (timer === undefined) throw new Error(`no timer ${event.name} is set`);
        const { id: timerId, runId, visitId, name, dueAt } = timer;
        this.#now = Math.max(this.#now, dueAt);
        return this.#happen({ type: "timer_due", timerId, runId, visitId, name, dueAt });
      }
      case "assignment": {
        const [request] = this.#requests;
        if (request === undefined) throw new Error("nobody was asked for");
        return this.#happen({ type: "assignment_settled", request, outcome: event.outcome });
      }
      default:
        throw new Error(`no story has ${event.type} yet`);
    }
  }

  #happen(body: EventBody): void {
    const id = this.#nextId("9");
    const event: Event = {
      id: toEventId(id),
      workspaceId: this.#world.workspace.id,
      contactId: this.lane.contact.id,
      seed: id,
      happenedAt: this.#now,
      body,
    };
    const outcome = handleEvent({ ...this.#world, now: this.#now }, this.lane, event);
    this.lane = outcome.lane;
    this.#requests = outcome.requests;
    for (const visit of outcome.changes.visits) this.visits.set(visit.id, visit);
    const [changed] = outcome.changes.runs;
    if (changed !== undefined) this.run = changed;
  }

  #nextId(kind: string): string {
    this.#events += 1;
    return `00000000-0000-7000-${kind}000-${this.#events.toString(16).padStart(12, "0")}`;
  }
}

const toStartingBody = (occurrence: Story["occurrence"], session: VisitorSession): EventBody => {
  switch (occurrence.type) {
    case "conversation_opened":
      return {
        type: "message_received",
        conversationId: null,
        messageId: toMessageId("00000000-0000-7000-a000-000000000000"),
        channel: occurrence.channel,
        text: occurrence.text,
        quickReplyId: null,
        visitorSessionId: session.id,
      };
    case "detection": {
      const { triggerType, page, evidence } = occurrence;
      return { type: "detection_made", triggerType, visitorSessionId: session.id, page, evidence };
    }
    case "request":
      return {
        type: "workflow_requested",
        workflowId: toWorkflowId("00000000-0000-7000-8000-0000000000c0"),
        conversationId: null,
        inputs: occurrence.inputs,
        byMemberId: null,
        endsHolder: false,
      };
    default:
      throw new Error(`no story starts by ${occurrence.type} yet`);
  }
};

const textOf = (value: Json | undefined): string | null =>
  typeof value === "string" ? value : null;

const toContact = (facts: Story["facts"], now: Moment): Contact => ({
  ...aContact(),
  name: textOf(facts["contact.name"]),
  email: textOf(facts["contact.email"]),
  phone: textOf(facts["contact.phone"]),
  externalId: textOf(facts["contact.external_id"]),
  lifecycleStage:
    lifecycleStages.find((stage) => stage === facts["contact.lifecycle_stage"]) ?? "lead",
  emailVerification:
    verifications.find((each) => each === facts["contact.email_verification"]) ?? "none",
  tags: [facts["contact.tags"] ?? []].flat().map(String),
  custom: Object.fromEntries(
    Object.entries(facts).flatMap(([path, value]) =>
      path.startsWith("contact.custom.") ? [[path.slice("contact.custom.".length), value]] : [],
    ),
  ),
  firstSeenAt: now,
  lastSeenAt: now,
});

const toSession = (facts: Story["facts"]): VisitorSession => ({
  ...aVisitorSession(),
  page: {
    url: textOf(facts["session.page.url"]) ?? "https://shop.example/",
    title: textOf(facts["session.page.title"]) ?? "",
    referrer: textOf(facts["session.page.referrer"]) ?? "",
  },
  device:
    (["desktop", "phone", "tablet", "unknown"] as const).find(
      (device) => device === facts["session.device"],
    ) ?? "desktop",
});
