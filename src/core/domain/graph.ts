import { z } from "zod";
import { conditionGroupSchema } from "./condition.ts";
import { stepIdSchema } from "./ids.ts";
import { limits } from "./limits.ts";
import { jsonSchema } from "./values.ts";

/** Where a card stands on the canvas, in canvas pixels; the engine never looks at it. */
export const positionSchema = z.strictObject({ x: z.number(), y: z.number() });

/** How often a workflow may start for one contact (SPEC 2 "Frequency"). */
export const frequencySchema = z.discriminatedUnion("every", [
  z.strictObject({ every: z.literal("time") }),
  z.strictObject({ every: z.literal("session") }),
  z.strictObject({ every: z.literal("days"), days: z.int().min(1).max(365) }),
  z.strictObject({ every: z.literal("contact") }),
]);
export type Frequency = z.infer<typeof frequencySchema>;

export const takeoverPolicies = ["pause", "end", "go_on"] as const;

/** What AI agents do about the run (SPEC 2 "AI agent"): as they are, silent while it lasts, or one takes over when it ends. */
export const aiAgentOptionSchema = z.discriminatedUnion("mode", [
  z.strictObject({ mode: z.literal("leave") }),
  z.strictObject({ mode: z.literal("silent") }),
  z.strictObject({ mode: z.literal("hand_to"), ai_agent_id: z.uuid("choose an AI agent") }),
]);
export type AiAgentOption = z.infer<typeof aiAgentOptionSchema>;

/** Conditions that, once true within a time of the start, mark the run as having reached its goal. */
export const goalSchema = z.strictObject({
  conditions: conditionGroupSchema,
  within_seconds: z
    .int("enter a whole number of seconds")
    .min(60, "at least 1 minute")
    .max(90 * 86_400, "at most 90 days"),
});
export type Goal = z.infer<typeof goalSchema>;

const momentTextSchema = z.iso.datetime({ offset: true, error: "enter a date and a time" });

/**
 * The trigger of a graph. `config` is parsed by its trigger type, so a draft may hold a wrong one. Options that graphs saved
 * before them lack are optional and never filled in, so that an old draft still equals its version.
 */
export const graphTriggerSchema = z.strictObject({
  type: z.string().min(1),
  config: z.record(z.string(), jsonSchema),
  conditions: conditionGroupSchema,
  frequency: frequencySchema,
  /** What happens to the run when a person takes the floor from it (SPEC 4 "Takeover"). */
  on_takeover: z.enum(takeoverPolicies),
  /** ISO moments between which the workflow may start; absent or null for no bound. */
  active_from: momentTextSchema.nullable().optional(),
  active_until: momentTextSchema.nullable().optional(),
  /** Absent: leave them as they are. */
  ai_agent: aiAgentOptionSchema.optional(),
  goal: goalSchema.nullable().optional(),
});
export type GraphTrigger = z.infer<typeof graphTriggerSchema>;

export const stepSchema = z.strictObject({
  id: stepIdSchema,
  type: z.string().min(1),
  name: z.string().max(limits.nameCharacters),
  /** Parsed by the step type at publish; a draft may hold a wrong one. */
  config: z.record(z.string(), jsonSchema),
  position: positionSchema,
});
export type Step = z.infer<typeof stepSchema>;

/** `from` is a step id, or "trigger" for the way from the trigger to the first step (its path is "next"). */
export const edgeSchema = z.strictObject({
  from: z.union([z.literal("trigger"), stepIdSchema]),
  path: z.string().min(1).max(64),
  to: stepIdSchema,
});
export type Edge = z.infer<typeof edgeSchema>;

/** A text on the canvas for people; the engine never looks at it. */
export const graphNoteSchema = z.strictObject({
  id: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, "a note’s id has 1 to 64 letters, digits, - or _"),
  text: z.string().max(limits.noteCharacters),
  position: positionSchema,
  width: z.number().positive("this should be more than 0").max(10_000),
  height: z.number().positive("this should be more than 0").max(10_000),
});
export type GraphNote = z.infer<typeof graphNoteSchema>;

/** A path that leads nowhere on purpose: a run that ends by it does not call the fallback (SPEC 4). */
export const silentEndSchema = edgeSchema.pick({ path: true }).extend({ from: stepIdSchema });
export type SilentEnd = z.infer<typeof silentEndSchema>;

/** Names an edge by where it starts: a path has at most one. */
export const edgeKey = (edge: Pick<Edge, "from" | "path">): string => `${edge.from} ${edge.path}`;

/**
 * The editable drawing of a workflow; a version holds the same, never changed again.
 * Saved and wire names are snake_case, step and trigger configs included (decision 0004).
 */
export const graphSchema = z
  .strictObject({
    format: z.literal(1),
    trigger: graphTriggerSchema,
    trigger_position: positionSchema,
    steps: z.array(stepSchema).max(limits.stepsPerWorkflow),
    edges: z.array(edgeSchema).max(limits.stepsPerWorkflow * 25),
    notes: z.array(graphNoteSchema).max(limits.notesPerWorkflow).default([]),
    silent_ends: z
      .array(silentEndSchema)
      .max(limits.stepsPerWorkflow * 25)
      .default([]),
  })
  .superRefine((graph, context) => {
    const ids = new Set<string>(["trigger"]);
    graph.steps.forEach((step, index) => {
      if (ids.has(step.id)) {
        context.addIssue({
          code: "custom",
          path: ["steps", index, "id"],
          message: `step id ${step.id} is used twice`,
        });
      }
      ids.add(step.id);
    });
    const taken = new Set<string>();
    graph.edges.forEach((edge, index) => {
      for (const end of [edge.from, edge.to]) {
        if (!ids.has(end))
          context.addIssue({
            code: "custom",
            path: ["edges", index],
            message: `there is no step ${end}`,
          });
      }
      const way = edgeKey(edge);
      if (taken.has(way))
        context.addIssue({
          code: "custom",
          path: ["edges", index],
          message: `path ${way} has two edges`,
        });
      taken.add(way);
    });
    const notes = new Set<string>();
    graph.notes.forEach(({ id }, index) => {
      if (notes.has(id))
        context.addIssue({
          code: "custom",
          path: ["notes", index, "id"],
          message: `note id ${id} is used twice`,
        });
      notes.add(id);
    });
  });

export type Graph = z.infer<typeof graphSchema>;

/** Lists the silent ends that mean something: no edit of steps and edges needs to think of one whose step is gone or whose path leads on again. */
export const silentEndsOf = (graph: Graph): readonly SilentEnd[] => {
  const steps = new Set(graph.steps.map(({ id }) => id));
  const taken = new Set(graph.edges.map(edgeKey));
  return graph.silent_ends.filter((end) => {
    const isMeaningful = steps.has(end.from) && !taken.has(edgeKey(end));
    taken.add(edgeKey(end));
    return isMeaningful;
  });
};
