import { operatorWords } from "#browser/editing";
import type { Json, JsonObject } from "#core/domain";
import { operators } from "#core/domain";
import type { Names } from "#steps/editors";
import { z } from "zod";

/** One thing a run saw when it decided, in words. */
export interface EvidenceWords {
  readonly text: string;
  readonly tone: "good" | "bad" | "plain";
}

const conditionSchema = z.object({
  field: z.string(),
  operator: z.enum(operators),
  actual: z.json(),
  expected: z.json().optional(),
  passed: z.boolean(),
  note: z.string().optional(),
});

const valueWords = (value: Json | undefined): string => {
  if (value === undefined || value === null || value === "") return "nothing";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (Array.isArray(value))
    return value.length === 0 ? "nothing" : value.map(valueWords).join(", ");
  return typeof value === "object" ? JSON.stringify(value) : `“${String(value)}”`;
};

const conditionWords = ({
  field,
  operator,
  actual,
  expected,
  passed,
  note,
}: z.infer<typeof conditionSchema>): string => {
  const asked = `${field} ${operatorWords[operator]}${expected === undefined ? "" : ` ${valueWords(expected)}`}`;
  return `${passed ? "✓" : "✗"} ${asked}; it was ${valueWords(actual)}${note === undefined ? "" : ` (${note})`}`;
};

const invalidWords: Readonly<Record<string, string>> = {
  no_email_address: "no e-mail address in it",
  several_email_addresses: "more than one e-mail address in it",
  no_such_choice: "none of the options",
  ambiguous_choice: "more than one option fits",
  too_short: "too short",
  too_long: "too long",
  empty: "empty",
};

/** Each known shape of evidence and how it reads; the first that fits is used. */
const readers: readonly ((entry: JsonObject, names: Names) => readonly EvidenceWords[] | null)[] = [
  reader(
    z.object({ branch: z.string(), passed: z.boolean(), conditions: z.array(conditionSchema) }),
    ({ branch, passed, conditions }) => [
      { text: `${branch}: ${passed ? "fits" : "does not fit"}`, tone: passed ? "good" : "plain" },
      ...conditions.map((condition): EvidenceWords => ({
        text: conditionWords(condition),
        tone: "plain",
      })),
    ],
  ),
  reader(conditionSchema, (condition) => [
    { text: conditionWords(condition), tone: condition.passed ? "good" : "plain" },
  ]),
  reader(z.object({ answer: z.json() }), ({ answer }) => [
    { text: `Answered ${valueWords(answer)}`, tone: "good" },
  ]),
  reader(z.object({ already_known: z.json() }), ({ already_known }) => [
    { text: `Already known: ${valueWords(already_known)}`, tone: "plain" },
  ]),
  reader(
    z.object({ invalid_answer: z.string(), reason: z.string(), costs_retry: z.boolean() }),
    ({ invalid_answer, reason, costs_retry }) => [
      {
        text: `Did not fit: ${valueWords(invalid_answer)}, ${invalidWords[reason] ?? reason.replaceAll("_", " ")}${costs_retry ? "" : "; a question, so it cost no retry"}`,
        tone: "bad",
      },
    ],
  ),
  reader(z.object({ assigned_to: z.string() }), ({ assigned_to }, names) => [
    { text: `Assigned to ${names.member(assigned_to) ?? "a member who is gone"}`, tone: "good" },
  ]),
  reader(
    z.object({ is_open: z.boolean(), timezone: z.string().optional() }),
    ({ is_open, timezone }) => [
      {
        text: `The hours were ${is_open ? "open" : "closed"}${timezone === undefined ? "" : ` (${timezone})`}`,
        tone: "plain",
      },
    ],
  ),
  reader(z.object({ jump: z.number(), max_jumps: z.number() }), ({ jump, max_jumps }) => [
    { text: `Jump ${jump} of ${max_jumps}`, tone: "plain" },
  ]),
  reader(z.object({ jumps: z.number(), max_jumps: z.number() }), ({ jumps }) => [
    {
      text: `Jumped ${jumps === 1 ? "once" : `${jumps} times`} already, as often as it may`,
      tone: "plain",
    },
  ]),
  reader(z.object({ missing_value: z.string() }), ({ missing_value }) => [
    { text: `${missing_value} had no value, so nothing was written there`, tone: "plain" },
  ]),
];

function reader<Schema extends z.ZodType>(
  schema: Schema,
  words: (entry: z.output<Schema>, names: Names) => readonly EvidenceWords[],
) {
  return (entry: JsonObject, names: Names) => {
    const parsed = schema.safeParse(entry);
    return parsed.success ? words(parsed.data, names) : null;
  };
}

/** Says what a visit saw, entry by entry; an unknown shape is shown as its names and values. */
export const evidenceWords = (
  evidence: readonly JsonObject[],
  names: Names,
): readonly EvidenceWords[] =>
  evidence.flatMap((entry) => {
    for (const read of readers) {
      const words = read(entry, names);
      if (words !== null) return words;
    }
    return Object.entries(entry).map(([name, value]): EvidenceWords => ({
      text: `${name.replaceAll("_", " ")}: ${valueWords(value)}`,
      tone: "plain",
    }));
  });
