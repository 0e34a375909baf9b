import {
  type Contact,
  type Event,
  type EventBody,
  type Graph,
  type Json,
  lifecycleStages,
  type Message,
  type Moment,
  type Run,
  type StepEvent,
  toCallId,
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
import { randomActions } from "./random-actions.ts";

/** Plays the story of a finding on the real engine: the same facts, the same events, nothing else. */
export class StoryPlayer {
  lane: LaneState;
  readonly visits = new Map<string, Visit>();
  readonly messages = new Map<string, Message>();
  /** The run that the story is about, as it is now. */
  run: Run | null = null;
  readonly #world: EngineWorld;
  readonly #story: Story;
  #requests: LaneOutcome["requests"] = [];
  #now: Moment;
  #events = 0;

  constructor(graph: Graph, story: Story) {
    this.#world = aWorld([graph], story.startsAt, randomActions);
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

  /** Meets what the run asks for, an assignee or a call, time and again while no time passes; tells how often it asked. */
  answerOnAndOn(rounds: number): number {
    const answers = this.#story.moves.flatMap(({ events }) => events);
    const assigned = answers.findLast(
      (event) => event.type === "assignment" && event.outcome.kind === "assigned",
    );
    const called = answers.findLast((event) => event.type === "call");
    const confirmed = answers.findLast((event) => event.type === "reply");
    for (let round = 0; round < rounds; round += 1) {
      const asks =
        this.#requests.length > 0
          ? assigned
          : this.run?.wait?.for === "confirmation"
            ? confirmed
            : called;
      if (this.run?.state !== "waiting" || asks === undefined) return round;
      this.#resume(asks);
    }
    return rounds;
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
          quickReplyId: this.#button(event),
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
      case "call": {
        const { id: runId, visitId, lastCall } = this.run ?? {};
        if (runId === undefined || visitId === undefined || lastCall == null)
          throw new Error("nothing was called");
        const { key } = lastCall;
        const { outcome } = event;
        return this.#happen({
          type: "call_finished",
          callId: toCallId(this.#nextId("b")),
          key,
          runId,
          visitId,
          outcome,
        });
      }
      case "delivery": {
        const sent = [...this.messages.values()].findLast(
          ({ author }) => author.kind !== "contact",
        );
        if (sent === undefined) throw new Error("nothing was sent");
        const { id: messageId, conversationId } = sent;
        const { delivery } = event;
        return this.#happen({
          type: "delivery_reported",
          conversationId,
          messageId,
          delivery,
          reason: null,
        });
      }
      default:
        throw new Error(`no story has ${event.type} yet`);
    }
  }

  /** A story presses a button that it saw; buttons with a secret in their id are found again by their label. */
  #button({ text, quickReplyId }: Extract<StepEvent, { type: "reply" }>): string | null {
    if (quickReplyId === null) return null;
    const shown = [...this.messages.values()].flatMap(({ quickReplies }) => quickReplies);
    if (shown.some(({ id }) => id === quickReplyId)) return quickReplyId;
    return shown.findLast(({ label }) => label === text)?.id ?? quickReplyId;
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
    for (const message of outcome.changes.messages) this.messages.set(message.id, message);
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
