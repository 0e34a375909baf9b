import {
  type ContactId,
  type EventBody,
  graphSchema,
  hour,
  type Json,
  type LiveWorkflow,
  minute,
  second,
  toContactId,
  toMemberId,
  toMessageId,
  toVersionId,
  toVisitorSessionId,
  toWorkflowId,
  type TriggerDecision,
} from "#core/domain";
import { PretendWorld } from "#core/simulate";
import { stepCatalogue } from "#steps";
import { triggerCatalogue } from "#triggers";
import { aContact, aWorkspace } from "../builders/records.ts";
import { ContactModel, type Expected, expect as foresee, type Fact, start } from "./oracle.ts";
import { dayBegins, type Rule, rules } from "./rules.ts";
import { contactCount, type Deed, type ScriptLine } from "./script.ts";

/** One event of the day: what the oracle says of it and what the engine recorded. */
export interface Page {
  readonly said: string;
  readonly expected: Expected;
  readonly recorded: readonly (readonly [workflow: string, answer: string])[];
}

const idOf = (kind: string, number: number): string =>
  `00000000-0000-7000-8000-${kind}${number.toString(16).padStart(10, "0")}`;
const ana = toMemberId(idOf("0a", 1));
const workflowId = (rule: Rule) => toWorkflowId(idOf("0c", rules.indexOf(rule)));
const contactId = (number: number): ContactId => toContactId(idOf("02", number));

/** Taken down in the middle of the day; the other one so long ago that nobody misses it. */
const takenDownAt = new Map([["Chat", dayBegins + 5 * hour]]);

const steps = {
  asks: {
    type: "ask_question",
    config: {
      text: "Well",
      answer: { type: "text" },
      join_messages: false,
      timeout: { seconds: 1_800 },
    },
  },
  says: { type: "send_message", config: { text: "Hi" } },
  works: { type: "wait", config: { amount: 5, unit: "minutes", until_reply: false } },
} as const;

const toWorkflow = (rule: Rule): LiveWorkflow => {
  const iso = (at: number | undefined) => (at === undefined ? null : new Date(at).toISOString());
  const position = { x: 0, y: 0 };
  const graph = graphSchema.parse({
    format: 1,
    trigger: {
      type: rule.trigger,
      config: rule.config,
      conditions: rule.when?.group ?? { match: "all", conditions: [] },
      frequency: rule.every === "day" ? { every: "days", days: 1 } : { every: rule.every },
      on_takeover: "pause",
      active_from: iso(rule.activeFrom),
      active_until: iso(rule.activeUntil),
    },
    trigger_position: position,
    steps: [{ id: "only", name: "", position, ...steps[rule.does] }],
    edges: [{ from: "trigger", path: "next", to: "only" }],
  });
  const number = rules.indexOf(rule);
  return {
    workflowId: workflowId(rule),
    name: rule.name,
    priority: number,
    version: {
      id: toVersionId(idOf("0d", number)),
      workflowId: workflowId(rule),
      number: 1,
      graph,
    },
  };
};

/** Plays the script on the engine and, beside it, on the oracle's own model. */
export class ScriptedDay {
  readonly pages: Page[] = [];
  readonly #world = new PretendWorld({
    now: dayBegins,
    workspace: aWorkspace(),
    members: [
      {
        id: ana,
        name: "Ana",
        email: "ana@shop.example",
        role: "agent",
        presence: "online",
        openCount: 0,
        teamIds: [],
      },
    ],
    teams: [],
    steps: stepCatalogue,
    triggers: triggerCatalogue,
    actions: new Map(),
    workflows: rules.map(toWorkflow),
  });
  readonly #contacts = Array.from({ length: contactCount }, () => new ContactModel());
  #messages = 0;

  constructor() {
    for (const [number, contact] of this.#contacts.entries()) {
      this.#world.addContact(aContact({ id: contactId(number) }));
      this.#arrive(number, contact);
    }
    this.#world.advance(minute);
  }

  play({ contact: number, deed, afterMinutes }: ScriptLine): void {
    this.#world.advance(afterMinutes * minute);
    const contact = this.#contacts[number] ?? new ContactModel();
    for (const rule of rules) {
      const at = takenDownAt.get(rule.name);
      if (at !== undefined && at <= this.#world.now) this.#world.unpublish(workflowId(rule), at);
    }
    contact.passTo(this.#world.now);
    this.#do(number, contact, deed);
  }

  /** The same event once more, as a browser that got no answer sends it. */
  repeatLast(): number {
    const before = this.#world.happenings.length;
    const last = this.#world.happenings.at(-1);
    if (last !== undefined) this.#world.handle(last.event);
    return this.#world.happenings.length - before;
  }

  #do(number: number, contact: ContactModel, deed: Deed): void {
    switch (deed.kind) {
      case "view":
        return this.#view(number, contact, deed);
      case "open_chat":
        return this.#tell(number, this.#detection(number, "chat_opened", "/"), {
          trigger: "chat_opened",
        });
      case "write":
        return this.#write(number, contact, deed.text);
      case "return":
        return this.#arrive(number, contact);
      case "tag":
        contact.tags = ["vip"];
        return this.#tell(number, {
          type: "contact_updated",
          fields: { tags: ["vip"] },
          verification: "claimed",
          byMemberId: ana,
        });
      case "start":
        return this.#start(number, contact, deed);
      case "seen":
      case "dismiss":
        return this.#greeting(number, contact, deed.kind);
      case "reply":
      case "unassign":
      case "close":
        return this.#member(number, contact, deed.kind);
    }
  }

  #view(
    number: number,
    contact: ContactModel,
    { path, secondsAfterArrival }: Extract<Deed, { kind: "view" }>,
  ): void {
    if (secondsAfterArrival !== null) {
      this.#arrive(number, contact);
      this.#world.advance(secondsAfterArrival * second);
      contact.passTo(this.#world.now);
    }
    this.#tell(number, this.#detection(number, "page_view", path), { trigger: "page_view", path });
  }

  #write(number: number, contact: ContactModel, message: string): void {
    const how =
      contact.conversation === "open"
        ? null
        : contact.conversation === "closed"
          ? ("reopened" as const)
          : ("new" as const);
    const taker = contact.isOpen ? contact.waiting : undefined;
    contact.conversation = "open";
    contact.lastWroteAt = this.#world.now;
    if (taker !== undefined && !taker.isPaused) contact.end(taker);
    this.#messages += 1;
    const body: EventBody = {
      type: "message_received",
      conversationId: null,
      messageId: toMessageId(idOf("0e", this.#messages)),
      channel: "widget",
      text: message,
      quickReplyId: null,
      visitorSessionId: this.#sessionId(number),
    };
    const takenBy = taker === undefined ? {} : { takenBy: taker.rule };
    if (how !== null)
      this.#tell(number, body, { trigger: "conversation_opened", how, message, ...takenBy });
    else if (taker === undefined)
      this.#tell(number, body, { trigger: "message_received", message });
    else this.#tell(number, body);
  }

  #member(number: number, contact: ContactModel, kind: "reply" | "unassign" | "close"): void {
    const conversation = this.#world.lane(contactId(number)).conversations.at(-1);
    if (conversation === undefined || !contact.isOpen) return this.#nothing(number, contact);
    const { id: conversationId } = conversation;
    if (kind === "unassign") {
      if (contact.floor.kind === "person") contact.floor = { kind: "nobody" };
      return this.#tell(number, {
        type: "conversation_assigned",
        conversationId,
        memberId: null,
        teamId: null,
        byMemberId: ana,
      });
    }
    if (kind === "close") {
      contact.conversation = "closed";
      contact.questions = [];
      contact.floor = { kind: "nobody" };
      return this.#tell(
        number,
        { type: "conversation_closed", conversationId, byMemberId: ana },
        { trigger: "conversation_closed" },
      );
    }
    if (contact.floor.kind === "run") contact.floor.of.isPaused = true;
    contact.floor = { kind: "person", name: "Ana" };
    contact.conversation = "open";
    this.#messages += 1;
    this.#tell(number, {
      type: "member_message_sent",
      conversationId,
      messageId: toMessageId(idOf("0e", this.#messages)),
      memberId: ana,
      text: "Let me see",
    });
  }

  #start(
    number: number,
    contact: ContactModel,
    { orderId, endsHolder }: Extract<Deed, { kind: "start" }>,
  ): void {
    const rule = rules.find(({ trigger }) => trigger === "manual");
    if (rule === undefined) return;
    if (endsHolder && orderId !== null && contact.isOpen) {
      // Only the floor is in the way, so whoever has it is ended.
      if (contact.floor.kind === "run") contact.end(contact.floor.of);
      contact.floor = { kind: "nobody" };
    }
    const conversation = this.#world.lane(contactId(number)).conversations.at(-1);
    this.#tell(
      number,
      {
        type: "workflow_requested",
        workflowId: workflowId(rule),
        conversationId: contact.isOpen ? (conversation?.id ?? null) : null,
        inputs: orderId === null ? {} : { order_id: orderId },
        byMemberId: ana,
        endsHolder,
      },
      { trigger: "manual", orderId },
    );
  }

  #greeting(number: number, contact: ContactModel, kind: "seen" | "dismiss"): void {
    const show = contact.shows.findLast(
      (each) => (kind === "dismiss" || !each.isShown) && each.session === contact.session.number,
    );
    const rule = rules.find(({ name }) => name === show?.rule);
    if (show === undefined || rule === undefined) return this.#nothing(number, contact);
    const news = { workflowId: workflowId(rule), visitorSessionId: this.#sessionId(number) };
    if (kind === "dismiss") {
      const { number: session } = contact.session;
      contact.dismissals.push({ rule: rule.name, session, at: this.#world.now });
      return this.#tell(number, { type: "greeting_dismissed", ...news });
    }
    show.isShown = true;
    show.at = this.#world.now;
    this.#tell(number, { type: "greeting_shown", ...news });
  }

  /** What cannot be done now gives way to a look at a page. */
  #nothing(number: number, contact: ContactModel): void {
    this.#view(number, contact, { kind: "view", path: "/pricing", secondsAfterArrival: null });
  }

  #arrive(number: number, contact: ContactModel): void {
    contact.session = { number: contact.session.number + 1, startedAt: this.#world.now };
    this.#tell(number, {
      type: "visitor_seen",
      visitorSessionId: this.#sessionId(number),
      page: { url: "https://shop.example/", title: "", referrer: "" },
      device: "desktop",
      language: "en",
    });
  }

  #sessionId(number: number) {
    const session = this.#contacts[number]?.session.number ?? 0;
    return toVisitorSessionId(idOf("04", number * 1_000 + session));
  }

  #detection(number: number, triggerType: string, path: string): EventBody {
    return {
      type: "detection_made",
      triggerType,
      visitorSessionId: this.#sessionId(number),
      page: { url: `https://shop.example${path}`, title: path, referrer: "" },
      evidence: {},
    };
  }

  /** Lets the engine handle an event, after the oracle has said what will come of it. */
  #tell(number: number, body: EventBody, fact: Fact | null = null): void {
    const contact = this.#contacts[number] ?? new ContactModel();
    const { now } = this.#world;
    const down = new Map([...takenDownAt].filter(([, at]) => at <= now));
    const expected: Expected = fact === null ? new Map() : foresee(rules, down, contact, fact, now);
    for (const rule of rules) if (expected.get(rule.name) === "started") start(rule, contact, now);
    const first = this.#world.happenings.length;
    this.#world.happen(contactId(number), body);
    const decisions = this.#world.happenings
      .slice(first)
      .flatMap(({ outcome }) => outcome.changes.decisions);
    this.pages.push({
      said: `${new Date(now).toISOString().slice(11, 19)} contact ${number}: ${JSON.stringify(fact ?? body.type)}`,
      expected,
      recorded: decisions.map((decision) => [nameOf(decision.workflowId), toAnswer(decision)]),
    });
  }
}

const nameOf = (id: unknown): string =>
  rules.find((rule) => workflowId(rule) === id)?.name ?? String(id);

const textOf = (value: Json | undefined): string =>
  typeof value === "string" ? value : JSON.stringify(value ?? null);

/** A recorded decision in the oracle's words. */
const toAnswer = ({ reason, evidence }: TriggerDecision): string => {
  switch (reason) {
    case null:
      return "started";
    case "not_published":
      return `${reason}: ${textOf(evidence["unpublished_at"])}`;
    case "condition": {
      const { conditions, field, input } = evidence;
      const fields = Array.isArray(conditions)
        ? conditions.map((each) =>
            typeof each === "object" && each !== null && !Array.isArray(each)
              ? textOf(each["field"])
              : "",
          )
        : [textOf(field ?? input)];
      return `${reason}: ${fields.join(", ")}`;
    }
    case "frequency":
      return `${reason}: ${textOf(evidence["last_started_at"])}`;
    case "person_has_floor":
      return `${reason}: ${evidence["member_id"] === ana ? "Ana" : "somebody"}`;
    case "run_has_floor":
      return `${reason}: ${nameOf(evidence["workflow_id"])}`;
    case "attention_budget":
      return `${reason}: ${textOf(evidence["rule"])}`;
    case "lost_to_higher_workflow":
      return `${reason}: ${textOf(evidence["workflow"])}`;
    case "not_active_now":
    case "ai_agent_has_floor":
      return reason;
  }
};
