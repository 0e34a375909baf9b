import type { Condition, ConditionGroup, Json, JsonObject } from "#core/domain";
import { evaluateConditions, type StepContext, toText } from "#core/engine";

/** What a model said of a text, or why it said nothing. */
export type TopicAnswer = "yes" | "no" | "unsure" | "late" | "failed";

/** Answers by question, so that nothing is asked twice in one visit. */
export type TopicAnswers = { readonly [key: string]: TopicAnswer };

/** Is this text about this topic? */
export interface TopicQuestion {
  readonly key: string;
  readonly topic: string;
  readonly text: string;
}

/** The branch taken, or the question that has to be answered before it can be known. */
export type Evaluated =
  | {
      readonly kind: "taken";
      readonly branchId: string | null;
      readonly evidence: readonly JsonObject[];
    }
  | { readonly kind: "asks"; readonly question: TopicQuestion };

interface Branch extends ConditionGroup {
  readonly id: string;
  readonly name: string;
}

/** Tries branches from top to bottom, each condition only when it decides. Total. */
export const evaluateBranches = (
  branches: readonly Branch[],
  context: StepContext,
  answers: TopicAnswers,
): Evaluated => {
  const evidence: JsonObject[] = [];
  for (const branch of branches) {
    const verdict = evaluateBranch(branch, context, answers);
    if ("question" in verdict) return { kind: "asks", question: verdict.question };
    const { passed, seen } = verdict;
    evidence.push({ branch: branch.name, passed, conditions: seen });
    if (passed) return { kind: "taken", branchId: branch.id, evidence };
  }
  return { kind: "taken", branchId: null, evidence };
};

const evaluateBranch = (
  { match, conditions }: Branch,
  context: StepContext,
  answers: TopicAnswers,
): { passed: boolean; seen: JsonObject[] } | { question: TopicQuestion } => {
  const seen: JsonObject[] = [];
  const decisive = match === "any";
  for (const condition of conditions) {
    const judged = judge(condition, context, answers);
    if ("key" in judged) return { question: judged };
    seen.push(...judged.evidence);
    if (judged.passed === decisive) return { passed: judged.passed, seen };
  }
  return { passed: conditions.length === 0 || !decisive, seen };
};

const judge = (
  condition: Condition,
  context: StepContext,
  answers: TopicAnswers,
): { passed: boolean; evidence: readonly JsonObject[] } | TopicQuestion => {
  if (condition.operator !== "is_about")
    return evaluateConditions({ match: "all", conditions: [condition] }, context);
  const text = toText(context.lookUp(condition.field)).trim().slice(0, longestText);
  const topic = renderTopic(condition.value ?? null, context);
  const entry = { field: condition.field, operator: condition.operator, expected: topic };
  const actual = text.slice(0, 200);
  if (text === "") return { passed: false, evidence: [{ ...entry, actual: null, passed: false }] };
  const key = JSON.stringify([text, topic]);
  const answer = Object.hasOwn(answers, key) ? answers[key] : undefined;
  if (answer === undefined) return { key, topic, text };
  const passed = answer === "yes";
  const note = answer === "yes" || answer === "no" ? {} : { note: notes[answer] };
  return { passed, evidence: [{ ...entry, actual, passed, ...note }] };
};

const renderTopic = (value: Json, { render }: StepContext): string =>
  typeof value === "string" ? render(value, "plain") : toText(value);

/** Enough to tell what somebody writes about. */
const longestText = 2_000;

const notes = {
  unsure: "the model was not sure",
  late: "the model did not answer in time",
  failed: "the model did not answer",
} as const;
