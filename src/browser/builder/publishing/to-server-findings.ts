import type { ApiProblem } from "#browser/data";
import type { Graph } from "#core/domain";
import { type Finding, toFieldPath } from "../findings/finding.ts";

/** Turns what the server said against publishing into findings at their cards; what names no step is said at the trigger. */
export const toServerFindings = (errors: ApiProblem["errors"], graph: Graph): readonly Finding[] =>
  errors.map(({ message, step_id, field }) => ({
    card: graph.steps.find(({ id }) => id === step_id)?.id ?? "trigger",
    message,
    severity: "error",
    field: toFieldPath(field),
    way: null,
  }));
