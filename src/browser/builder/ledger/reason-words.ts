import type { DecisionBody } from "#contract";
import { formatFull } from "#browser/ui";
import type { Json, JsonObject, NonStartReason } from "#core/domain";
import type { Names } from "#steps/editors";
import { z } from "zod";
import { evidenceWords } from "../runs/evidence-words.ts";

/** Each reason in a few words, as lists and counts name it. */
export const reasonTitles: Readonly<Record<NonStartReason, string>> = {
  not_published: "Not published",
  not_active_now: "Not active at that time",
  condition: "Trigger or condition did not fit",
  frequency: "Frequency",
  person_has_floor: "A person has the conversation",
  ai_agent_has_floor: "An AI agent has the conversation",
  run_has_floor: "Another workflow was running",
  attention_budget: "Attention budget",
  lost_to_higher_workflow: "A higher workflow started",
};

/** What a builder may change about each reason. */
export const mendWords: Readonly<Record<NonStartReason, string>> = {
  not_published: "Publish the workflow to let it start again.",
  not_active_now: "Change “active from” and “until” in the trigger.",
  condition:
    "Change the trigger’s settings or its conditions, if contacts like this one should be let in.",
  frequency: "Change “how often” in the trigger, if it should start again for the same contact.",
  person_has_floor:
    "Nothing to mend: no workflow talks over a person. A workflow that does not speak to the contact starts all the same.",
  ai_agent_has_floor:
    "In the trigger, choose what AI agents do: keep silent, and this workflow may start over one.",
  run_has_floor:
    "Only one workflow at a time speaks in a conversation. End the other run, let it hand over to this workflow, or make its waits shorter.",
  attention_budget:
    "Visitors are spoken to unasked only so often. A later visit, or a message of their own, starts it.",
  lost_to_higher_workflow:
    "Drag this workflow above the other one in the list, or narrow the other one’s conditions.",
};

const attentionRules: Readonly<Record<string, string>> = {
  a_person_is_talking_with_the_contact: "a person is talking with the contact",
  wrote_less_than_24_hours_ago: "the contact wrote less than 24 hours ago",
  arrived_less_than_10_seconds_ago: "the visitor arrived less than 10 seconds ago",
  dismissed_one_in_this_session: "the visitor dismissed a greeting in this session",
  dismissed_this_one_less_than_7_days_ago: "the visitor dismissed this one less than 7 days ago",
};

const frequencyTitles: Readonly<Record<string, string>> = {
  session: "once per session",
  days: "once in some days",
  contact: "once per contact",
};

const textOf = (evidence: JsonObject, name: string): string | null => {
  const value = evidence[name];
  return typeof value === "string" && value !== "" ? value : null;
};
const momentOf = (evidence: JsonObject, name: string): string | null => {
  const text = textOf(evidence, name);
  const at = text === null ? Number.NaN : Date.parse(text);
  return Number.isNaN(at) ? null : formatFull(at);
};

const comparisonSchema = z.object({ field: z.string(), actual: z.json(), expected: z.json() });
const sayValue = (value: Json): string =>
  value === null || value === ""
    ? "nothing"
    : typeof value === "object"
      ? JSON.stringify(value)
      : String(value);

/** Says what was seen when a workflow did not start: "Once per contact; started on 3 November". */
export function reasonWords(
  { reason, evidence }: Pick<DecisionBody, "reason" | "evidence">,
  names: Names,
): readonly string[] {
  switch (reason) {
    case null:
      return [];
    case "not_published": {
      const at = momentOf(evidence, "unpublished_at");
      return [at === null ? "No version was live" : `Taken down on ${at}`];
    }
    case "not_active_now": {
      const [from, until] = [momentOf(evidence, "active_from"), momentOf(evidence, "active_until")];
      return [
        [
          ...(from === null ? [] : [`Active from ${from}`]),
          ...(until === null ? [] : [`active until ${until}`]),
        ].join(", "),
      ];
    }
    case "condition":
      return conditionEvidence(evidence, names);
    case "frequency":
      return [frequencyEvidence(evidence)];
    case "person_has_floor": {
      const id = textOf(evidence, "member_id");
      return [`${(id !== null && names.member(id)) || "A member"} had the conversation`];
    }
    case "ai_agent_has_floor": {
      const id = textOf(evidence, "ai_agent_id");
      return [`${(id !== null && names.aiAgent(id)) || "An AI agent"} had the conversation`];
    }
    case "run_has_floor": {
      const id = textOf(evidence, "workflow_id");
      return [
        `A run of ${(id !== null && names.workflow(id)) || "another workflow"} had the conversation`,
      ];
    }
    case "attention_budget": {
      const rule = textOf(evidence, "rule") ?? "";
      return [`Not now: ${attentionRules[rule] ?? rule.replaceAll("_", " ")}`];
    }
    case "lost_to_higher_workflow":
      return [`“${textOf(evidence, "workflow") ?? "Another workflow"}” stands higher and started`];
  }
}

function conditionEvidence(evidence: JsonObject, names: Names): readonly string[] {
  const conditions = z.array(z.record(z.string(), z.json())).safeParse(evidence["conditions"]);
  if (conditions.success) return evidenceWords(conditions.data, names).map(({ text }) => text);
  const compared = comparisonSchema.safeParse(evidence);
  if (!compared.success) return evidenceWords([evidence], names).map(({ text }) => text);
  const { field, actual, expected } = compared.data;
  return [
    `${field.replaceAll("_", " ")} was ${sayValue(actual)}; the trigger asks for ${sayValue(expected)}`,
  ];
}

function frequencyEvidence(evidence: JsonObject): string {
  const every = textOf(evidence, "every") ?? "";
  const [title, at] = [frequencyTitles[every] ?? every, momentOf(evidence, "last_started_at")];
  const starts = evidence["starts"];
  const often = typeof starts === "number" && starts > 1 ? `, ${starts} times in all` : "";
  return `${title.charAt(0).toUpperCase()}${title.slice(1)}${at === null ? "" : `; last started on ${at}${often}`}`;
}
