import {
  aiAgentIdSchema,
  graphSchema,
  limits,
  memberIdSchema,
  roles,
  scheduleIdSchema,
  scheduleSchema,
  simulationActsSchema,
  simulationLinesSchema,
  simulationStartSchema,
  teamIdSchema,
  timezoneSchema,
  workflowIdSchema,
  workspaceIdSchema,
  workspaceSettingsSchema,
} from "#core/domain";
import { z } from "zod";
import { momentSchema } from "./pagination.ts";
import { versionSchema } from "./workflows.ts";

const nameSchema = z.string().trim().min(1, "give the test a name").max(limits.nameCharacters);

/** An expected conversation of a workflow: a simulation, and what is to come of it. */
export const workflowTestSchema = z.strictObject({
  id: z.uuid(),
  workflow_id: z.uuid(),
  name: z.string(),
  start: simulationStartSchema,
  acts: simulationActsSchema,
  /** What follows from the beginning, then from each act in turn. */
  expected: simulationLinesSchema,
  created_at: momentSchema,
  updated_at: momentSchema,
});
export type WorkflowTestBody = z.infer<typeof workflowTestSchema>;

const isWhole = ({ acts, expected }: { acts: readonly unknown[]; expected: readonly unknown[] }) =>
  expected.length === acts.length + 1;
const wholeMessage = "say what follows from the beginning and from each act";

export const createWorkflowTestSchema = z
  .strictObject({
    name: nameSchema,
    start: simulationStartSchema,
    acts: simulationActsSchema,
    expected: simulationLinesSchema,
  })
  .refine(isWhole, { path: ["expected"], message: wholeMessage });
export type NewWorkflowTestBody = z.infer<typeof createWorkflowTestSchema>;

/** Another name, or a new expectation of the same acts. */
export const changeWorkflowTestSchema = z.strictObject({
  name: nameSchema.optional(),
  expected: simulationLinesSchema.optional(),
});

/** What a test came to on a draft; `problem` when it could not be played at all. */
export const workflowTestResultSchema = z.strictObject({
  test_id: z.uuid(),
  name: z.string(),
  passed: z.boolean(),
  /** Lines that were expected and did not come, or came and were not expected. */
  changed_lines: z.int(),
  problem: z.string().nullable(),
});
export type WorkflowTestResultBody = z.infer<typeof workflowTestResultSchema>;
export const workflowTestResultsSchema = z.strictObject({
  results: z.array(workflowTestResultSchema),
});

const simulatedMemberSchema = z.strictObject({
  id: memberIdSchema,
  name: z.string(),
  email: z.string(),
  role: z.enum(roles),
  team_ids: z.array(teamIdSchema),
});

/** All that playing a workflow needs to know of its workspace. */
export const simulationWorldSchema = z.strictObject({
  workspace: z.strictObject({
    id: workspaceIdSchema,
    slug: z.string(),
    name: z.string(),
    timezone: timezoneSchema,
    language: z.string(),
    is_demo: z.boolean(),
    settings: workspaceSettingsSchema,
    ai_agents: z.array(z.strictObject({ id: aiAgentIdSchema, name: z.string() })),
    /** The workspace's own hours first. */
    schedules: z.array(
      z.strictObject({ id: scheduleIdSchema, name: z.string(), schedule: scheduleSchema }),
    ),
  }),
  members: z.array(simulatedMemberSchema),
  teams: z.array(z.strictObject({ id: teamIdSchema, name: z.string() })),
  /** The workflows of `calls`, and those that they start in turn. */
  called_workflows: z.array(
    z.strictObject({
      id: workflowIdSchema,
      name: z.string(),
      live: graphSchema.nullable(),
      draft: graphSchema,
    }),
  ),
});
export type SimulationWorldBody = z.infer<typeof simulationWorldSchema>;

export const simulationWorldQuerySchema = z.strictObject({
  /** Ids of workflows that the draft starts, with commas between them. */
  calls: z
    .string()
    .max(20_000)
    .default("")
    .transform((text) => text.split(",").filter((id) => id !== ""))
    .pipe(z.array(workflowIdSchema).max(limits.stepsPerWorkflow)),
});

/** A version that was just published, with what its workflow's tests came to on it. */
export const publishedVersionSchema = versionSchema.extend({
  tests: z.array(workflowTestResultSchema),
});
export type PublishedVersionBody = z.infer<typeof publishedVersionSchema>;
