import { day, minute, second } from "#core/domain";
import type { Rule } from "./rules.ts";

/** A run that waits for the contact's answer. */
interface Question {
  readonly rule: string;
  readonly until: number;
  isPaused: boolean;
}

/** What there is to know of one contact, kept in the words of SPEC 2. */
export class ContactModel {
  tags: string[] = [];
  session = { number: 1, startedAt: 0 };
  lastWroteAt: number | null = null;
  conversation: "none" | "greeting" | "open" | "closed" = "none";
  floor: { kind: "nobody" } | { kind: "person"; name: string } | { kind: "run"; of: Question } = {
    kind: "nobody",
  };
  questions: Question[] = [];
  readonly starts: { rule: string; at: number; session: number }[] = [];
  readonly shows: { rule: string; session: number; at: number; isShown: boolean }[] = [];
  readonly dismissals: { rule: string; session: number; at: number }[] = [];

  get isOpen(): boolean {
    return this.conversation === "open" || this.conversation === "greeting";
  }

  /** Questions that nobody answered end by themselves, but for paused ones. */
  passTo(now: number): void {
    for (const question of this.questions)
      if (!question.isPaused && question.until <= now) this.end(question);
  }

  end(question: Question): void {
    this.questions = this.questions.filter((each) => each !== question);
    if (this.floor.kind === "run" && this.floor.of === question) this.floor = { kind: "nobody" };
  }

  /** The question that the contact's next message answers. */
  get waiting(): Question | undefined {
    const { floor } = this;
    return floor.kind === "run" && this.questions.includes(floor.of)
      ? floor.of
      : this.questions.at(-1);
  }
}

/** Something that happened, as far as a trigger looks at it. */
export interface Fact {
  readonly trigger: string;
  /** For pages. */
  readonly path?: string;
  readonly message?: string;
  readonly how?: "new" | "reopened";
  readonly orderId?: string | null;
  /** The workflow whose question took the message. */
  readonly takenBy?: string;
}

export type Expected = ReadonlyMap<string, string>;

/** Workflows taken down, and when. */
export type TakenDown = ReadonlyMap<string, number>;

const iso = (at: number): string => new Date(at).toISOString();

/** Says what every workflow that could start answers to a fact: "started", or the first reason with its evidence. */
export const expect = (
  rules: readonly Rule[],
  takenDown: TakenDown,
  contact: ContactModel,
  fact: Fact,
  now: number,
): Expected => {
  const answers = new Map<string, string>();
  let winner: string | null = null;
  for (const rule of rules) {
    if (!fits(rule, fact)) continue;
    const downSince = takenDown.get(rule.name);
    if (downSince !== undefined) {
      if (now - downSince <= 30 * day) answers.set(rule.name, `not_published: ${iso(downSince)}`);
      continue;
    }
    const reason = firstReason(rule, contact, fact, now, winner);
    answers.set(rule.name, reason ?? "started");
    if (reason === null && rule.does !== "works") winner = rule.name;
  }
  return answers;
};

/** Trigger type and page filter. */
const fits = ({ trigger, config }: Rule, fact: Fact): boolean => {
  if (trigger !== fact.trigger) return false;
  // Of the two patterns one means a page, the other every page.
  return trigger !== "page_view" || config["url_pattern"] === "/**" || fact.path === "/pricing";
};

const firstReason = (
  rule: Rule,
  contact: ContactModel,
  fact: Fact,
  now: number,
  winner: string | null,
): string | null => {
  const isActive =
    now >= (rule.activeFrom ?? Number.NEGATIVE_INFINITY) &&
    now < (rule.activeUntil ?? Number.POSITIVE_INFINITY);
  if (!isActive) return "not_active_now";
  const condition = failedCondition(rule, contact, fact);
  if (condition !== null) return `condition: ${condition}`;
  const used = usedAt(rule, contact, now);
  if (used !== null) return `frequency: ${iso(used)}`;
  if (rule.does === "works") return null;
  if (fact.takenBy !== undefined) return `run_has_floor: ${fact.takenBy}`;
  const { floor } = contact;
  if (floor.kind === "person") return `person_has_floor: ${floor.name}`;
  if (floor.kind === "run") return `run_has_floor: ${floor.of.rule}`;
  if (rule.trigger === "page_view") {
    const manner = brokenManner(rule, contact, now);
    if (manner !== null) return `attention_budget: ${manner}`;
  }
  return winner === null ? null : `lost_to_higher_workflow: ${winner}`;
};

const failedCondition = (
  { config, when }: Rule,
  contact: ContactModel,
  fact: Fact,
): string | null => {
  if (fact.trigger === "conversation_opened") {
    if (config["opened"] !== "both" && fact.how === "reopened") return "opened";
    if (config["channels"] !== undefined) return "channel";
  }
  if (fact.trigger === "manual" && fact.orderId === null) return "order_id";
  const asked = { tags: contact.tags, message: fact.message ?? "" };
  return when === undefined || when.holds(asked) ? null : when.fields;
};

/** When it was used last, if it may not be used again now. */
const usedAt = (rule: Rule, contact: ContactModel, now: number): number | null => {
  const last = contact.starts.findLast((start) => start.rule === rule.name);
  if (last === undefined) return null;
  const isUsedUp =
    rule.every === "contact" ||
    (rule.every === "session" && last.session === contact.session.number) ||
    (rule.every === "day" && now - last.at < day);
  return isUsedUp ? last.at : null;
};

const brokenManner = (rule: Rule, contact: ContactModel, now: number): string | null => {
  const { session } = contact;
  if (contact.lastWroteAt !== null && now - contact.lastWroteAt < day)
    return "wrote_less_than_24_hours_ago";
  if (now - session.startedAt < 10 * second) return "arrived_less_than_10_seconds_ago";
  if (contact.dismissals.some((each) => each.session === session.number))
    return "dismissed_one_in_this_session";
  if (contact.dismissals.some((each) => each.rule === rule.name && now - each.at < 7 * day))
    return "dismissed_this_one_less_than_7_days_ago";
  // It counts when shown; what this session may still show keeps its place.
  const shows = contact.shows.filter(
    ({ isShown, session: number }) => isShown || number === session.number,
  );
  if (shows.some(({ at }) => now - at < 10 * minute)) return "one_per_10_minutes";
  if (shows.filter((show) => show.session === session.number).length >= 2) return "2_per_session";
  return shows.filter(({ at }) => now - at < 7 * day).length >= 3 ? "3_per_7_days" : null;
};

/** Lets what started happen to the contact. */
export const start = (rule: Rule, contact: ContactModel, now: number): void => {
  contact.starts.push({ rule: rule.name, at: now, session: contact.session.number });
  if (rule.trigger === "page_view" && rule.does !== "works")
    contact.shows.push({
      rule: rule.name,
      session: contact.session.number,
      at: now,
      isShown: false,
    });
  if (rule.does === "works") return;
  if (!contact.isOpen) contact.conversation = "greeting";
  if (rule.does === "says") return;
  const question: Question = { rule: rule.name, until: now + 30 * minute, isPaused: false };
  contact.questions.push(question);
  contact.floor = { kind: "run", of: question };
};
