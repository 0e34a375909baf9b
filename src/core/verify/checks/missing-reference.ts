import type { CheckedGraph, People } from "../checked-graph.ts";
import { type Finding, toField } from "../finding.ts";

/** Names members and teams that a config points at and that do not exist (any more). */
export const missingReference = (
  { bound }: CheckedGraph,
  { members, teams }: People,
): readonly Finding[] =>
  [...bound.steps].flatMap(([stepId, step]) =>
    step.references
      .filter(
        ({ kind, id }) =>
          (kind === "member" && !members.has(id)) || (kind === "team" && !teams.has(id)),
      )
      .map(
        ({ kind, path }) =>
          ({
            code: `missing_${kind}`,
            message: `this ${kind} does not exist any more; choose another`,
            severity: "error",
            stepId,
            field: toField(path),
            path: [],
          }) as const,
      ),
  );
