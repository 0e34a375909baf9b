import { conditionSchema, type JsonObject, limits } from "#core/domain";
import {
  checkConditions,
  conditionReads,
  defineStep,
  evaluateConditions,
  leave,
} from "#core/engine";
import { z } from "zod";

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
 * and noted in the run's history.
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
  parks: () => "never",
  skipPath: "default",
  summary: ({ branches }) => branches.map(({ name }) => name).join(" · "),
  reads: ({ branches }) => branches.flatMap(conditionReads),
  check: ({ branches }) =>
    branches.flatMap((each, index) =>
      checkConditions(each).map((problem) => ({
        ...problem,
        path: ["branches", index, ...problem.path],
      })),
    ),
  enter: ({ branches }, context) => {
    const evidence: JsonObject[] = [];
    for (const each of branches) {
      const verdict = evaluateConditions(each, context);
      evidence.push({
        branch: each.name,
        passed: verdict.passed,
        conditions: [...verdict.evidence],
      });
      if (verdict.passed) return leave(each.id, { evidence });
    }
    return leave("default", { evidence });
  },
});
