import {
  type Call,
  type Contact,
  type ContactId,
  type Conversation,
  day,
  type EventBody,
  type LiveWorkflow,
  type Message,
  type MessageId,
  minute,
  type Moment,
  type Page,
  type QuickReply,
  type Run,
  second,
  type SimulationStart,
  toContactId,
  toMessageId,
  toVersionId,
  toVisitorSessionId,
  type VisitorSessionId,
} from "#core/domain";
import { PretendWorld } from "../pretend-world.ts";
import type { SimulatedWorkflow, SimulatedWorld } from "./simulated-world.ts";

/** Who was here before was here this long ago. */
const lastVisitAgo = 8 * day;
/** A widget is open on a page for this long before the contact does anything: sensors have then seen the page. */
const arrivedAgo = minute;
/** Timers that fire in one act; waiting a minute at a time for a year has more, and shows nothing that these do not. */
const mostTimers = 3_000;

/** A pretend world with one contact on stage, and what carries their messages. */
export class Stage {
  readonly world: PretendWorld;
  readonly workflow: SimulatedWorkflow;
  deliveryFails: boolean;
  readonly #start: SimulationStart;
  readonly contactId: ContactId = toContactId(idOf("c", 1));
  #messages = 0;
  #visits = 0;
  #url: string;

  /** @throws when a workflow cannot run; the message names its first problem. */
  constructor(simulated: SimulatedWorld, start: SimulationStart) {
    const { steps, triggers, actions, teams, workspace, workflow } = simulated;
    this.#start = start;
    this.#url = start.page_url;
    this.workflow = workflow;
    this.deliveryFails = start.delivery_fails;
    const startsAt = Date.parse(start.starts_at);
    const offline = new Set<string>(start.offline_member_ids);
    this.world = new PretendWorld({
      now: startsAt - arrivedAgo - (start.contact.is_returning ? lastVisitAgo : 0),
      workspace,
      members: simulated.members.map((member) => ({
        ...member,
        openCount: 0,
        presence: offline.has(member.id) ? "offline" : "online",
      })),
      teams,
      steps,
      triggers,
      actions,
      workflows: toLive(simulated),
    });
    this.world.addContact(this.#toContact());
    if (start.contact.is_returning) {
      this.#see();
      this.world.advance(lastVisitAgo);
    }
    this.#see();
    this.world.advance(startsAt - this.world.now);
  }

  #toContact(): Contact {
    const { fields, email_verification } = this.#start.contact;
    const { now, workspace } = this.world;
    return {
      id: this.contactId,
      workspaceId: workspace.id,
      name: fields.name ?? null,
      email: fields.email ?? null,
      emailVerification: fields.email === undefined ? "none" : email_verification,
      phone: fields.phone ?? null,
      externalId: null,
      isTest: false,
      lifecycleStage: fields.lifecycle_stage ?? "lead",
      ownerId: null,
      tags: fields.tags ?? [],
      custom: fields.custom ?? {},
      language: fields.language ?? null,
      timezone: fields.timezone ?? null,
      firstSeenAt: now,
      lastSeenAt: now,
      lastRepliedAt: null,
      lastContactedAt: null,
    };
  }

  /** A new visit begins on the page the contact is on; nobody is on a page elsewhere than in the widget. */
  #see(): void {
    if (this.#start.channel !== "widget") return;
    this.#visits += 1;
    this.tellPage();
  }

  tellPage(): void {
    this.happen({
      type: "visitor_seen",
      visitorSessionId: this.visitorSessionId ?? toVisitorSessionId(idOf("e", 1)),
      page: this.page,
      device: "desktop",
      language: this.#start.language,
    });
  }

  visit(url: string, isNewVisit: boolean): void {
    this.#url = url;
    if (isNewVisit || this.#visits === 0) this.#visits += 1;
    this.tellPage();
  }

  get page(): Page {
    return { url: this.#url, title: "", referrer: "" };
  }

  /** Goes to a page in the same visit, if the contact is not there already. */
  goTo(url: string): void {
    if (url !== this.#url || this.#visits === 0) this.visit(url, false);
  }

  get visitorSessionId(): VisitorSessionId | null {
    return this.#visits === 0 ? null : toVisitorSessionId(idOf("e", this.#visits));
  }

  /** Lets something happen to the contact, and carries what was said where a channel carries it. */
  happen(body: EventBody): void {
    this.world.happen(this.contactId, body);
    this.#carry();
  }

  /** Carries messages and mails of all channels; what follows from that may be the next message. */
  #carry(): void {
    for (let round = 0; round < mostTimers; round += 1) {
      const [carried] = this.world.waitingCalls(this.contactId).filter(isCarried);
      if (carried === undefined) return;
      this.world.happen(this.contactId, this.#toAnswer(carried));
    }
  }

  #toAnswer({ id: callId, key, runId, visitId, conversationId, request }: Call): EventBody {
    const message = "It was not delivered, as the simulation asks.";
    if (request.kind === "message" && conversationId !== null)
      return {
        type: "delivery_reported",
        conversationId,
        messageId: request.messageId,
        delivery: this.deliveryFails ? "failed" : "sent",
        reason: this.deliveryFails ? message : null,
      };
    return {
      type: "call_finished",
      callId,
      key,
      runId,
      visitId,
      outcome: this.deliveryFails
        ? { kind: "failed", problem: { code: "not_delivered", message } }
        : { kind: "done", output: {} },
    };
  }

  /**
   * Lets the time pass, moment by moment: what a timer says is carried before the next is due, and a call that nobody answered is over
   * with its time. False when there are too many.
   */
  passTo(moment: Moment): boolean {
    for (let round = 0; round < mostTimers; round += 1) {
      const { now, nextTimerAt } = this.world;
      const late = this.#firstToBeLate();
      const next = Math.min(nextTimerAt ?? Infinity, late?.at ?? Infinity);
      if (next > moment) {
        this.world.advance(moment - now);
        return true;
      }
      this.world.advance(Math.max(0, next - now));
      this.#carry();
      if (late !== null && late.at <= this.world.now && this.#isOpen(late.call))
        this.happen(toTimedOut(late.call));
    }
    return false;
  }

  #firstToBeLate(): { readonly call: Call; readonly at: Moment } | null {
    const [first = null] = this.world
      .waitingCalls(this.contactId)
      .filter((call) => !isCarried(call))
      .map((call) => ({ call, at: lastAnswerAt(call) }))
      .toSorted((a, b) => a.at - b.at);
    return first;
  }

  #isOpen({ id }: Call): boolean {
    return this.world.waitingCalls(this.contactId).some((call) => call.id === id);
  }

  /** Offers what a member who comes online may take. */
  setPresence(...[memberId, presence]: Parameters<PretendWorld["setPresence"]>): void {
    this.world.setPresence(memberId, presence);
    this.#carry();
  }

  /** The oldest call that somebody has to answer by choosing. */
  get openCall(): Call | undefined {
    return this.world.waitingCalls(this.contactId).find((call) => !isCarried(call));
  }

  get conversation(): Conversation | undefined {
    return this.world.lane(this.contactId).conversations.at(-1);
  }

  get run(): Run | undefined {
    return this.world.lane(this.contactId).runs.at(-1);
  }

  get channel(): "widget" | "email" {
    return this.#start.channel;
  }

  /** The newest button with an id that the contact was shown. */
  button(id: string): QuickReply | undefined {
    return this.#messagesSaid()
      .flatMap(({ quickReplies }) => quickReplies)
      .findLast((reply) => reply.id === id);
  }

  get newestOutgoing(): Message | undefined {
    return this.#messagesSaid().findLast(
      ({ author, isNote }) => author.kind !== "contact" && !isNote,
    );
  }

  #messagesSaid(): readonly Message[] {
    return this.world.happenings.flatMap(({ outcome }) => outcome.changes.messages);
  }

  /** The contact has seen all that was said, as in an open chat. */
  readAll(): void {
    const { conversation } = this;
    if (conversation === undefined || conversation.contactReadSequence >= conversation.lastSequence)
      return;
    this.happen({
      type: "messages_read",
      conversationId: conversation.id,
      by: "contact",
      sequence: conversation.lastSequence,
    });
  }

  nextMessageId(): MessageId {
    this.#messages += 1;
    return toMessageId(idOf("a", this.#messages));
  }
}

/** What a channel carries is no choice of its own: all of it arrives, or none. */
const isCarried = ({ request }: Call): boolean =>
  request.kind === "message" || request.kind === "mail";

/** A call that may be repeated is tried three times more, a few seconds apart. */
const lastAnswerAt = ({ createdAt, timeoutSeconds, isRepeatable, request }: Call): Moment =>
  createdAt +
  (isRepeatable && request.kind !== "model" ? 4 * timeoutSeconds + 7 : timeoutSeconds) * second;

/** What dispatch reports of a call without an answer: a model has then said nothing, and of anything else nobody knows whether it was done. */
const toTimedOut = ({
  id: callId,
  key,
  runId,
  visitId,
  request,
  timeoutSeconds,
}: Call): EventBody => {
  const message = `There was no answer within ${timeoutSeconds} seconds`;
  return {
    type: "call_finished",
    callId,
    key,
    runId,
    visitId,
    outcome:
      request.kind === "model"
        ? { kind: "failed", problem: { code: "timed_out", message } }
        : {
            kind: "unknown",
            problem: { code: "outcome_unknown", message, details: { reason: "timed_out" } },
          },
  };
};

function idOf(kind: string, number: number): string {
  return `00000000-0000-7000-8${kind.padEnd(3, "0")}-${number.toString(16).padStart(12, "0")}`;
}

/** A moment before any simulation: a workflow that ended being active then starts nothing by itself, and can still be called. */
const longAgo = "1970-01-01T00:00:00Z";

const toLive = ({ workflow, called }: SimulatedWorld): readonly LiveWorkflow[] =>
  [workflow, ...called].map(({ id, name, graph }, priority) => ({
    workflowId: id,
    name,
    priority,
    version: {
      id: toVersionId(idOf("d", priority + 1)),
      workflowId: id,
      number: 1,
      graph:
        priority === 0
          ? graph
          : { ...graph, trigger: { ...graph.trigger, active_from: null, active_until: longAgo } },
    },
  }));
