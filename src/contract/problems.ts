import { z } from "zod";

/** RFC 9457 problem+json, as every refused request is answered. `errors` names each wrong place. */
export const problemSchema = z.strictObject({
  type: z.string(),
  /** Stable, snake_case, never renamed. */
  code: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  errors: z
    .array(
      z.strictObject({
        /** Where: "body.graph.steps.2.config.text", "query.limit". */
        path: z.string(),
        message: z.string(),
        /** At publish: the step and the field of its config, so that the canvas can point at it. */
        step_id: z.string().optional(),
        field: z.string().optional(),
        code: z.string().optional(),
      }),
    )
    .optional(),
  request_id: z.string(),
});
export type ProblemBody = z.infer<typeof problemSchema>;
