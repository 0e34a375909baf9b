import { operatorWords } from "#browser/editing";
import {
  conditionGroupSchema,
  conditionSchema,
  type ConditionGroup,
  type Json,
  scheduleChoiceSchema,
} from "#core/domain";
import { weekInWords } from "#core/engine";
import { z } from "zod";
import type { Names } from "#steps/editors";

/** Says a span of seconds: "2 days", "1 hour 30 minutes". */
export const secondsWords = (seconds: number): string => {
  if (seconds <= 0) return "no time";
  const parts: string[] = [];
  let rest = seconds;
  for (const [unit, size] of units) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0) parts.push(`${count} ${unit}${count === 1 ? "" : "s"}`);
  }
  return parts.join(" ");
};

const units: readonly (readonly [string, number])[] = [
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
  ["second", 1],
];

const idSchema = z.uuid();

/** Says any value that a config may hold. */
export const valueWords = (value: Json | undefined, names: Names): string => {
  for (const read of readers) {
    const words = read(value, names);
    if (words !== null) return words;
  }
  if (value === undefined || value === null || value === "") return "nothing";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "number") return String(value);
  if (typeof value === "string")
    return idSchema.safeParse(value).success
      ? (nameOf(value, names) ?? "something that is gone")
      : `“${value}”`;
  if (Array.isArray(value))
    return value.length === 0 ? "nothing" : value.map((item) => valueWords(item, names)).join(", ");
  const parts = Object.entries(value);
  return parts.length === 0
    ? "nothing"
    : parts
        .map(([name, part]) => `${name.replaceAll("_", " ")}: ${valueWords(part, names)}`)
        .join(", ");
};

/** What an id in a config is called, whatever it is of. */
const nameOf = (id: string, names: Names): string | undefined =>
  names.member(id) ??
  names.team(id) ??
  names.schedule(id) ??
  names.aiAgent(id) ??
  names.workflow(id);

/** Says conditions: "contact.email has a value and topic is “Order”". */
const conditionsWords = (group: ConditionGroup, names: Names): string =>
  group.conditions.length === 0
    ? "always"
    : group.conditions
        .map(({ field, operator, value }) =>
          [
            field,
            operatorWords[operator],
            ...(value === undefined ? [] : [valueWords(value, names)]),
          ].join(" "),
        )
        .join(group.match === "all" ? " and " : " or ");

type Reader = (value: Json | undefined, names: Names) => string | null;

const reader =
  <Value>(schema: z.ZodType<Value>, words: (value: Value, names: Names) => string): Reader =>
  (value, names) => {
    const parsed = schema.safeParse(value);
    return parsed.success ? words(parsed.data, names) : null;
  };

const nameless = "one that is gone";

/** Shapes that read better than by their parts; the first that fits is taken. */
const readers: readonly Reader[] = [
  reader(conditionGroupSchema, conditionsWords),
  reader(z.array(conditionSchema).min(1), (conditions, names) =>
    conditionsWords({ match: "all", conditions }, names).replaceAll(" and ", ", "),
  ),
  reader(z.strictObject({ seconds: z.number().nullable() }), ({ seconds }) =>
    seconds === null ? "as long as the channel usually takes" : secondsWords(seconds),
  ),
  reader(
    z.object({ conditions: conditionGroupSchema, within_seconds: z.number() }),
    (goal, names) =>
      `${conditionsWords(goal.conditions, names)}, within ${secondsWords(goal.within_seconds)}`,
  ),
  reader(scheduleChoiceSchema, (choice, names) =>
    choice.type === "named"
      ? `the hours “${names.schedule(choice.schedule_id) ?? nameless}”`
      : weekInWords(choice.schedule),
  ),
  reader(z.strictObject({ every: z.enum(["time", "session", "contact"]) }), ({ every }) =>
    every === "time" ? "every time" : `once per ${every}`,
  ),
  reader(z.strictObject({ every: z.literal("days"), days: z.number() }), ({ days }) =>
    days === 1 ? "once a day" : `once in ${days} days`,
  ),
  reader(
    z.object({ type: z.literal("member"), member_id: z.string() }),
    ({ member_id }, names) => names.member(member_id) ?? "a member who is gone",
  ),
  reader(
    z.object({ type: z.literal("team"), team_id: z.string() }),
    ({ team_id }, names) => `the team ${names.team(team_id) ?? nameless}`,
  ),
  reader(z.object({ type: z.literal("workspace") }), () => "anybody in the workspace"),
  reader(z.object({ type: z.literal("owner") }), () => "the contact’s owner"),
  reader(z.object({ type: z.literal("last_assignee") }), () => "the last assignee"),
  reader(z.strictObject({ type: z.literal("unassign") }), () => "nobody"),
  reader(
    z.object({ type: z.literal("ai_agent"), ai_agent_id: z.string(), mode: z.string().optional() }),
    ({ ai_agent_id, mode }, names) =>
      `the AI agent ${names.aiAgent(ai_agent_id) ?? nameless}${mode === "wait" ? ", and waits for its outcome" : ""}`,
  ),
  reader(z.strictObject({ mode: z.literal("leave") }), () => "left as they are"),
  reader(z.strictObject({ mode: z.literal("silent") }), () => "silent while it lasts"),
  reader(
    z.strictObject({ mode: z.literal("hand_to"), ai_agent_id: z.string() }),
    (option, names) =>
      `the conversation handed to ${names.aiAgent(option.ai_agent_id) ?? nameless} at the end`,
  ),
  reader(z.strictObject({ variable: z.string() }), ({ variable }) => `the variable ${variable}`),
  reader(
    z.strictObject({ from: z.string(), to: z.string() }),
    ({ from, to }) => `${from} as ${to}`,
  ),
];
