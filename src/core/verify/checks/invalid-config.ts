import type { CheckedGraph } from "../checked-graph.ts";
import { type Finding, toField } from "../finding.ts";

/** Names each config that cannot be parsed, each unknown type, and a trigger that leads nowhere. */
export const invalidConfig = ({ bound }: CheckedGraph): readonly Finding[] =>
  bound.problems.map(({ code, message, stepId, field }) => ({
    code,
    message,
    severity: "error",
    stepId,
    field: toField(field),
    path: [],
  }));
