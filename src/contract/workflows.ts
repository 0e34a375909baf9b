import { graphSchema, limits, stepIdSchema } from "#core/domain";
import { z } from "zod";
import { momentSchema } from "./pagination.ts";

const nameSchema = z.string().trim().min(1, "give the workflow a name").max(limits.nameCharacters);

export const workflowSchema = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  /** live: a version is live; draft: none is. */
  state: z.enum(["draft", "live"]),
  trigger_type: z.string(),
  live_version_number: z.int().nullable(),
  /** Whether the draft differs from the live version. */
  has_unpublished_changes: z.boolean(),
  /** 0 is tried first. */
  priority: z.int(),
  runs: z.strictObject({ total: z.int(), active: z.int(), failed: z.int() }),
  /** A draft whose tests fail is not published. */
  tests_block: z.boolean(),
  /** Where lists show it; empty for no folder. */
  folder: z.string(),
  updated_at: momentSchema,
  /** Who saved the draft last; null for nobody yet, or an API key. */
  edited_by: z.string().nullable(),
  published_at: momentSchema.nullable(),
});
export type WorkflowBody = z.infer<typeof workflowSchema>;

export const workflowDetailSchema = z.strictObject({
  workflow: workflowSchema,
  /** `revision` counts saves of the draft; a save names the one it started from. */
  draft: z.strictObject({ graph: graphSchema, revision: z.int() }),
});
export type WorkflowDetailBody = z.infer<typeof workflowDetailSchema>;

export const createWorkflowSchema = z.strictObject({
  name: nameSchema,
  graph: graphSchema.optional(),
});
export const changeWorkflowSchema = z
  .strictObject({
    name: nameSchema,
    folder: z.string().trim().max(80),
    tests_block: z.boolean(),
  })
  .partial();
/** A save from an older revision is refused with 409 `draft_changed` and the newer draft is kept. */
export const saveDraftSchema = z.strictObject({ graph: graphSchema, revision: z.int().min(0) });
export const savedDraftSchema = z.strictObject({ revision: z.int() });
const versionNameSchema = z.string().trim().max(limits.nameCharacters);
const versionNoteSchema = z.string().trim().max(500);
/**
 * With a `version_id` of the caller's choosing a repeat makes no second version: it answers with the one it made. `revision` is the
 * draft that was looked at, `replaces_version_id` the version that was live then (null: none was): when either has changed since, the
 * call is refused with 409 `draft_changed` or `live_version_changed`. `runs_in_progress` is the plan for runs that wait at a step of
 * an older version: they finish on it unless told otherwise, move to the same step of the new version, or end.
 */
export const publishWorkflowSchema = z.strictObject({
  version_id: z.uuid().optional(),
  revision: z.int().min(0).optional(),
  replaces_version_id: z.uuid().nullable().optional(),
  name: versionNameSchema.default(""),
  note: versionNoteSchema.default(""),
  runs_in_progress: z
    .array(z.strictObject({ step_id: stepIdSchema, plan: z.enum(["finish", "move", "end"]) }))
    .max(limits.stepsPerWorkflow)
    .default([]),
});
export type PublishPlan = z.infer<typeof publishWorkflowSchema>["runs_in_progress"];

/** Where runs of a workflow wait now, by version and step. */
export const waitingRunsSchema = z.strictObject({
  version_number: z.int(),
  step_id: z.string(),
  runs: z.int(),
});
export const orderWorkflowsSchema = z.strictObject({ workflow_ids: z.array(z.uuid()).max(1_000) });

export const versionSchema = z.strictObject({
  id: z.uuid(),
  workflow_id: z.uuid(),
  number: z.int(),
  name: z.string(),
  note: z.string(),
  is_live: z.boolean(),
  /** Runs that started on it, or were moved to it. */
  runs: z.strictObject({ total: z.int(), active: z.int() }),
  published_at: momentSchema,
  published_by: z.string().nullable(),
});
export type VersionBody = z.infer<typeof versionSchema>;
/** What is said about a version; its graph never changes. */
export const changeVersionSchema = z.strictObject({
  name: versionNameSchema.optional(),
  note: versionNoteSchema.optional(),
});
export const versionDetailSchema = versionSchema.extend({ graph: graphSchema });
export type VersionDetailBody = z.infer<typeof versionDetailSchema>;

/** A workflow as checks between workflows see it; `graph` is of its live version, null when it has none. */
const workflowGraphSchema = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  priority: z.int(),
  graph: graphSchema.nullable(),
});
export const workflowGraphsSchema = z.strictObject({ workflows: z.array(workflowGraphSchema) });
export type WorkflowGraphBody = z.infer<typeof workflowGraphSchema>;

/** Where another system posts to start a workflow with an Incoming webhook trigger. */
export const workflowWebhookSchema = z.strictObject({
  /** Opens the door by itself: as secret as a password. */
  url: z.url(),
});
