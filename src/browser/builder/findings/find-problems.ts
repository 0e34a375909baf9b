import type { Graph } from "#core/domain";
import { type CheckedWorld, verifyGraph } from "#core/verify";
import { stepCatalogue } from "#steps";
import { triggerCatalogue } from "#triggers";
import { type Finding, toFieldPath } from "./finding.ts";

/** Checks a draft as it stands on the page. */
export const findProblems = (graph: Graph, world: CheckedWorld): readonly Finding[] =>
  verifyGraph(graph, stepCatalogue, triggerCatalogue, world).map((found) => ({
    card: found.stepId ?? "trigger",
    message: found.message,
    severity: found.severity,
    field: toFieldPath(found.field),
    way: found.hasPath ? () => ({ path: found.path, story: found.story }) : null,
  }));
