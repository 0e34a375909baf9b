import type { Json } from "#core/domain";
import type { Names } from "#steps/editors";
import type { FieldPath } from "../difference.ts";
import { secondsWords } from "./value-words.ts";

/** How a field is spoken of. */
export type FieldWords =
  /** "“Ask” now waits 2 days instead of 1 day." */
  | {
      readonly kind: "doing";
      readonly does: string;
      readonly says?: (value: Json, names: Names) => string | null;
    }
  /** "“Ask”: the retries are now 3 instead of 2." */
  | {
      readonly kind: "value";
      readonly label: string;
      readonly isMany?: boolean;
      readonly says?: (value: Json, names: Names) => string | null;
    }
  /** "“Ask” now shares the answer", "“Ask” no longer shares the answer". */
  | { readonly kind: "flag"; readonly does: string }
  /** "“Greet” says …", with the words that changed. */
  | { readonly kind: "text"; readonly label: string };

const value = (label: string, says?: (value: Json, names: Names) => string | null): FieldWords => ({
  kind: "value",
  label,
  ...(says === undefined ? {} : { says }),
});
const many = (label: string): FieldWords => ({ kind: "value", label, isMany: true });
const flag = (does: string): FieldWords => ({ kind: "flag", does });
const text = (label: string): FieldWords => ({ kind: "text", label });
const doing = (does: string, says?: (value: Json, names: Names) => string | null): FieldWords => ({
  kind: "doing",
  does,
  ...(says === undefined ? {} : { says }),
});
const inSeconds = (given: Json): string | null =>
  typeof given === "number" ? secondsWords(given) : null;
const oneOf =
  (words: Readonly<Record<string, string>>) =>
  (given: Json): string | null =>
    typeof given === "string" ? (words[given] ?? null) : null;

/** Fields of every step type and of triggers, by their place; `*` is any one name. What is not here is said by its own name. */
const wordsByPlace: Readonly<Record<string, FieldWords>> = {
  // trigger
  conditions: doing("starts only if"),
  frequency: doing("starts"),
  on_takeover: value(
    "a takeover by a person",
    oneOf({ pause: "pauses the run", end: "ends the run", go_on: "lets the run go on" }),
  ),
  active_from: value("“active from”"),
  active_until: value("“active until”"),
  ai_agent: many("AI agents"),
  goal: value("the goal"),
  "config.channels": many("the channels"),
  "config.url_pattern": many("the pages"),
  "config.url_contains": value("what the page’s address contains"),
  "config.seconds": doing("waits", inSeconds),
  "config.visible_seconds": value("how long the page is seen", inSeconds),
  "config.schedule_id": many("the hours that count"),
  "config.threshold": value("the score"),
  "config.depth": value("how far is scrolled", (given) =>
    typeof given === "number" ? `${given} %` : null,
  ),
  "config.cron": value("the moment"),
  // texts
  text: text("the text"),
  prompt: text("what AI is told to write"),
  fallback_text: text("the text without AI"),
  why_text: text("why it asks"),
  retry_text: text("what is said after a wrong answer"),
  confirm_text: text("what is asked before the action"),
  error_message: text("what is said when it fails"),
  "answer.options.*.label": text("the option"),
  "quick_replies.*.label": text("the quick reply"),
  // question
  "answer.type": value("the kind of answer", (given) =>
    typeof given === "string" ? given.replaceAll("_", " ") : null,
  ),
  "answer.pattern": value("the pattern"),
  "answer.min": value("the least"),
  "answer.max": value("the most"),
  retries: many("the retries"),
  timeout: doing("waits for"),
  "timeout.seconds": doing("waits for", inSeconds),
  "save_to.variable": value("the variable that keeps the answer"),
  "save_to.contact_field": value("the contact field that keeps the answer"),
  save_to: value("where it is saved"),
  join_messages: flag("takes several messages as one answer"),
  no_valid_answer: flag("has a path for answers that never fit"),
  delivery_failed: flag("has a path for a message that is not delivered"),
  asked_for_person: flag("has a path for “talk to a person”"),
  skip_when_known: flag("skips the question when the field is known"),
  // message
  mode: value(
    "how it works",
    oneOf({
      static: "a text",
      ai: "written by AI",
      return: "comes back afterwards",
      hand_over: "hands over for good",
    }),
  ),
  ai_agent_id: value("the AI agent"),
  may_quote_knowledge: flag("may quote the knowledge"),
  // branch
  "branches.*.name": value("the branch"),
  "branches.*.match": value("the branch", oneOf({ all: "all conditions", any: "any condition" })),
  "branches.*.conditions": many("the conditions of the branch"),
  // action
  action: doing("runs", (given, names) =>
    typeof given === "string" ? `“${names.action(given) ?? given}”` : null,
  ),
  "input.*": value("the input"),
  share_response: flag("leaves the answer as a note"),
  confirm: value("asking for a confirmation"),
  timeout_seconds: doing("waits for the action", inSeconds),
  "limits.per_call": value("the limit per call"),
  "limits.per_contact_30_days": value("the limit per contact in 30 days"),
  "limits.per_day": value("the limit per day"),
  failure: flag("has a path for a failure"),
  // assign
  target: doing("assigns to"),
  policy: value(
    "who is chosen",
    oneOf({ round_robin: "in turn", least_open: "by the fewest open conversations" }),
  ),
  online_only: flag("takes only people who are online"),
  open_limit: value("the limit of open conversations"),
  // wait, hours, jump, workflow
  amount: value("the time"),
  until_open: value("the hours it waits for"),
  until_reply: flag("ends when the contact writes"),
  keep_after_close: flag("goes on after the conversation is closed"),
  operator: value("the question", oneOf({ is_within: "within", is_not_within: "not within" })),
  schedule: many("the hours"),
  max_jumps: doing("jumps at most", (given) =>
    typeof given === "number" ? (given === 1 ? "once" : `${given} times`) : null,
  ),
  workflow_id: doing("starts"),
  start_step_id: value("where it starts"),
  gives: value("the variables that go in"),
  given: many("the variables that go in"),
  outputs: many("the variables that come back"),
};

/** Lists whose items have ids, and what one item is called. */
const itemWords: Readonly<Record<string, { readonly one: string; readonly all: string }>> = {
  branches: { one: "branch", all: "branches" },
  quick_replies: { one: "quick reply", all: "quick replies" },
  "answer.options": { one: "option", all: "options" },
  attachments: { one: "file", all: "files" },
};

const keyed = (field: FieldPath, found: (key: string) => boolean): string | undefined => {
  const exact = field.join(".");
  if (found(exact)) return exact;
  return field
    .map((_name, index) => field.map((name, at) => (at === index ? "*" : name)).join("."))
    .find(found);
};

/** How a field is spoken of: by its own words, or by those of its name. */
export const wordsOf = (field: FieldPath): FieldWords => {
  const key = keyed(field, (each) => Object.hasOwn(wordsByPlace, each));
  const known = key === undefined ? undefined : wordsByPlace[key];
  if (known !== undefined) return known;
  const [first, ...rest] = field;
  const own = first === "config" && rest.length > 0 ? rest : field;
  // A variant of a text: the language is the last name.
  const whole =
    wordsByPlace[keyed(field.slice(0, -1), (each) => Object.hasOwn(wordsByPlace, each)) ?? ""];
  if (whole?.kind === "text") return text(`${whole.label} (${field.at(-1) ?? ""})`);
  return value(`“${own.map((name) => name.replaceAll("_", " ")).join(" › ")}”`);
};

/** What the items of a list are called; undefined for a place that is no such list. */
export const itemsOf = (list: FieldPath) => itemWords[list.join(".")];
