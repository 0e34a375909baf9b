import { conditionSchema, type Json, limits, second, type StepEvent } from "#core/domain";
import {
  checkConditions,
  conditionReads,
  defineStep,
  leave,
  type StepContext,
  type StepResult,
  waitFor,
} from "#core/engine";
import { z } from "zod";
import {
  evaluateBranches,
  type TopicAnswer,
  type TopicAnswers,
  type TopicQuestion,
} from "./evaluate-branches.ts";

const branchIdSchema = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,64}$/, "a branch id has 1 to 64 letters, digits, - or _")
  .refine((id) => id !== "default", "“default” is the path when no branch is taken");

const configSchema = z.strictObject({
  branches: z
    .array(
      z.strictObject({
        id: branchIdSchema,
        name: z.string().trim().min(1, "give the branch a name").max(limits.nameCharacters),
        match: z.enum(["all", "any"]),
        conditions: z
          .array(conditionSchema)
          .min(1, "add at least one condition")
          .max(
            limits.conditionsPerBranch,
            `a branch has at most ${limits.conditionsPerBranch} conditions`,
          ),
      }),
    )
    .min(1, "add at least one branch")
    .max(limits.branches, `at most ${limits.branches} branches`)
    .refine(
      (branches) => new Set(branches.map(({ id }) => id)).size === branches.length,
      "two branches have the same id",
    ),
});

type Config = z.infer<typeof configSchema>;

const shapeSchema = z
  .object({
    branches: z
      .array(
        z
          .object({ id: branchIdSchema, name: z.string().catch("") })
          .nullable()
          .catch(null),
      )
      .catch([]),
  })
  .catch({ branches: [] });

/**
 * Chooses a way by conditions on the contact, the conversation, the visitor session and variables.
 *
 * Branches are tried from top to bottom and the first whose conditions pass is taken. A comparison that cannot be made is false
 * and noted in the run's history. A condition may ask a model what a text is about: the run waits for the answer, at most 20 seconds;
 * unsure, failed or late counts as no and is noted.
 *
 * Paths
 * - one per branch, named by the branch's id: its conditions pass.
 * - `default`: no branch's conditions pass.
 *
 * @example { "branches": [{ "id": "vip", "name": "VIP", "match": "all", "conditions": [{ "field": "contact.tags", "operator": "contains", "value": "vip" }] }] }
 */
export const branch = defineStep({
  type: "branch",
  title: "Branch",
  description: "Chooses a way by conditions, from top to bottom.",
  config: configSchema,
  shape: shapeSchema,
  outputPaths: (shape) => {
    const paths = new Map(
      shape.branches.flatMap((each) =>
        each === null ? [] : [[each.id, { id: each.id, title: each.name, isRequired: true }]],
      ),
    );
    return [...paths.values(), { id: "default", title: "Otherwise", isRequired: false }];
  },
  initialConfig: { branches: [{ id: "branch_1", name: "Branch 1", match: "all", conditions: [] }] },
  example: {
    branches: [
      {
        id: "vip",
        name: "VIP",
        match: "all",
        conditions: [{ field: "contact.tags", operator: "contains", value: "vip" }],
      },
    ],
  },
  speaks: false,
  parks: ({ branches }) => (branches.some(asksModel) ? "maybe" : "never"),
  skipPath: "default",
  summary: ({ branches }) => branches.map(({ name }) => name).join(" · "),
  variablePlaces: [
    { path: ["branches", "*", "conditions", "*", "field"], holds: "path" },
    { path: ["branches", "*", "conditions", "*", "value"], holds: "template" },
  ],
  reads: ({ branches }) => branches.flatMap(conditionReads),
  check: ({ branches }) =>
    branches.flatMap((each, index) =>
      checkConditions(each, true).map((problem) => ({
        ...problem,
        path: ["branches", index, ...problem.path],
      })),
    ),
  enter: (config, context) => walk(config, context, {}),
  resume: (config, context, event, kept) => {
    const parsed = stateSchema.safeParse(kept);
    // Without what was asked, asking anew is all that is left.
    if (!parsed.success) return walk(config, context, {});
    const { answers, asking, dueAt } = parsed.data;
    const answer = toAnswer(event);
    return answer === null
      ? keepWaiting(answers, asking, dueAt)
      : walk(config, context, { ...answers, [asking]: answer });
  },
});

const asksModel = ({ conditions }: Config["branches"][number]): boolean =>
  conditions.some(({ operator }) => operator === "is_about");

/** Evaluates as far as is known; asks one question at a time. */
const walk = ({ branches }: Config, context: StepContext, answers: TopicAnswers): StepResult => {
  const evaluated = evaluateBranches(branches, context, answers);
  if (evaluated.kind === "taken")
    return leave(evaluated.branchId ?? "default", { evidence: evaluated.evidence });
  return ask(evaluated.question, context, answers);
};

/** SPEC 3: a model has 20 s. */
const modelSeconds = 20;

const ask = (
  { key, topic, text }: TopicQuestion,
  { now, language }: StepContext,
  answers: TopicAnswers,
): StepResult => ({
  ...keepWaiting(answers, key, now + modelSeconds * second),
  effects: [
    {
      type: "call",
      request: {
        kind: "model",
        purpose: "condition",
        aiAgentId: null,
        // What the contact wrote stands last and marked off: it is judged, never followed.
        prompt: `Is the message below about this topic: ${topic}\nAnswer yes, no or unsure.\n\nMessage:\n${JSON.stringify(text)}`,
        mayQuoteKnowledge: false,
        language,
      },
      // Judging a text a second time does no harm.
      isRepeatable: true,
      timeoutSeconds: modelSeconds,
    },
  ],
});

const keepWaiting = (answers: TopicAnswers, asking: string, dueAt: number): StepResult =>
  waitFor(
    { for: "ai_agent", timers: [{ name: "model", dueAt }] },
    { answers: { ...answers }, asking, dueAt },
  );

const answerSchema = z.enum(["yes", "no", "unsure", "late", "failed"]);
const stateSchema = z.object({
  answers: z.record(z.string(), answerSchema),
  asking: z.string(),
  dueAt: z.number(),
});
const verdictSchema = z.object({ verdict: z.enum(["yes", "no", "unsure"]) });

/** Null for what is no answer. */
const toAnswer = (event: StepEvent): TopicAnswer | null => {
  if (event.type === "timer") return "late";
  if (event.type !== "call") return null;
  const output: Json = event.outcome.kind === "done" ? event.outcome.output : null;
  const said = verdictSchema.safeParse(output);
  return said.success ? said.data.verdict : "failed";
};
