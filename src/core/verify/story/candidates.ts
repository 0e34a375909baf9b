import {
  type Condition,
  conditionSchema,
  day,
  hour,
  type Graph,
  type Json,
  type StepId,
} from "#core/domain";
import { examplesOf } from "./pattern-shape.ts";
import { clock } from "./pretended.ts";

/** Values worth trying, found in the graph itself: what its conditions compare with, on both sides of the line. */
export interface Candidates {
  /** What a fact may be at the start so that some condition on it changes its mind. */
  readonly ofFact: (path: string) => readonly Json[];
  /** What a contact may write to this step. */
  readonly ofReply: (stepId: StepId, writes: readonly string[]) => readonly string[];
}

/** Collects what a draft's configs make worth trying; looks only where it is asked. */
export const toCandidates = (graph: Graph): Candidates => {
  const configs = new Map(graph.steps.map(({ id, config }) => [id, config]));
  const conditions = new Map<string, Condition[]>();
  for (const condition of [
    ...graph.trigger.conditions.conditions,
    ...[...configs.values()].flatMap(findConditions),
  ]) {
    const others = conditions.get(condition.field);
    if (others === undefined) conditions.set(condition.field, [condition]);
    else others.push(condition);
  }
  const compared = remember((path: string): readonly Json[] => [
    ...new Set((conditions.get(path) ?? []).flatMap(valuesAround)),
  ]);
  const ofFact = remember((path: string): readonly Json[] =>
    path === clock ? shifts : [...compared(path), ...(usual[path] ?? usualTexts)],
  );
  const ownReplies = remember((stepId: StepId): readonly string[] => {
    const config = configs.get(stepId) ?? null;
    return [...patternsOf(config).flatMap(examplesOf), ...usualReplies, ...scalarsOf(config)];
  });
  return {
    ofFact,
    ofReply: (stepId, writes) => [
      ...new Set([...writes.flatMap(compared).flatMap(scalarsOf), ...ownReplies(stepId)]),
    ],
  };
};

const remember = <Key, Value>(make: (key: Key) => Value): ((key: Key) => Value) => {
  const made = new Map<Key, Value>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const value = make(key);
    made.set(key, value);
    return value;
  };
};

/** Patterns that an answer has to match, wherever a config holds one. */
const patternsOf = (config: Json): readonly string[] =>
  typeof config !== "object" || config === null
    ? []
    : Object.entries(config).flatMap(([name, value]) =>
        name === "pattern" && typeof value === "string" ? [value] : patternsOf(value),
      );

/** Moves of the start: other times of the day, then other days. */
const shifts: readonly number[] = [
  ...[3, 6, 9, 12, 15, 18, 21].map((hours) => hours * hour),
  ...[1, 2, 3, 4, 5, 6].flatMap((days) => [days * day, days * day + 12 * hour]),
];

const usualTexts: readonly Json[] = ["something", 1];

const usual: Readonly<Record<string, readonly Json[]>> = {
  "contact.email": ["mia@shop.example"],
  "contact.name": ["Mia Berg"],
  "contact.first_name": ["Mia"],
  "contact.last_name": ["Berg"],
  "contact.phone": ["+4915112345678"],
  "contact.tags": [["vip"]],
  "contact.lifecycle_stage": ["lead", "user", "paid"],
  "contact.email_verification": ["none", "claimed", "proven", "signed"],
  "conversation.channel": ["widget", "email", "api"],
  "trigger.channel": ["widget", "email", "api"],
  "session.device": ["phone", "tablet", "desktop"],
};

/** One of each kind of answer, one of each way to get it wrong. */
const usualReplies: readonly string[] = [
  "hello there",
  "mia@shop.example",
  "yes",
  "no",
  "5",
  "1",
  "2026-05-04",
  "+4915112345678",
  "https://shop.example/",
  "x",
  "!",
  "well, that is not so easy to say in a word or two, is it",
];

/** Conditions anywhere in a config, whatever step type it is of. */
const findConditions = (config: Json): readonly Condition[] => {
  if (typeof config !== "object" || config === null) return [];
  if (Array.isArray(config)) return config.flatMap(findConditions);
  const parsed = Object.hasOwn(config, "operator") ? conditionSchema.safeParse(config) : null;
  return parsed?.success === true ? [parsed.data] : Object.values(config).flatMap(findConditions);
};

/** Values on either side of what a condition compares with. */
const valuesAround = ({ operator, value = null }: Condition): readonly Json[] => {
  switch (operator) {
    case "exists":
    case "not_exists":
      return [];
    case "matches_pattern":
      return typeof value === "string" ? examplesOf(value) : [];
    case "has_any_of":
    case "has_all_of":
      return [value, ...[value].flat()].filter(isLiteral);
    case "contains":
    case "not_contains":
      return [value, [value]].filter(isLiteral);
    case "between": {
      const [low = null, high = null] = [value].flat();
      return [low, high, ...beside(low), ...beside(high)].filter(isLiteral);
    }
    default:
      return [value, ...beside(value)].filter(isLiteral);
  }
};

/** Just below and just above a number or a date. */
const beside = (value: Json): readonly Json[] => {
  const number = typeof value === "string" && value.trim() === "" ? Number.NaN : Number(value);
  if (
    !Number.isNaN(number) &&
    typeof value !== "boolean" &&
    value !== null &&
    typeof value !== "object"
  )
    return [number - 1, number + 1];
  const moment = typeof value === "string" ? Date.parse(value) : Number.NaN;
  return Number.isNaN(moment)
    ? []
    : [moment - 2 * day, moment + 2 * day].map((each) => new Date(each).toISOString().slice(0, 10));
};

/** A value that holds a template is none yet. */
const isLiteral = (value: Json): boolean =>
  Array.isArray(value)
    ? value.every(isLiteral)
    : !(typeof value === "string" && value.includes("{{"));

/** Short texts and numbers of a config: labels of options, lowest and highest values. */
export const scalarsOf = (config: Json): readonly string[] => {
  if (typeof config === "number") return [String(config)];
  if (typeof config === "string") return config.length <= 80 ? [config] : [];
  return typeof config === "object" && config !== null
    ? Object.values(config).flatMap(scalarsOf)
    : [];
};
