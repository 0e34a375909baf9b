import type { Graph } from "#core/domain";
import { type People, verifyGraph } from "#core/verify";
import { stepCatalogue } from "#steps";
import { triggerCatalogue } from "#triggers";
import { type Finding, toFieldPath } from "./finding.ts";

/** Checks a draft as it stands on the page; without `people` nothing is said about who is gone. */
export const findProblems = (graph: Graph, people: People | null): readonly Finding[] =>
  verifyGraph(
    graph,
    stepCatalogue,
    triggerCatalogue,
    people ?? { members: new Set(), teams: new Set() },
  )
    .filter(({ code }) => people !== null || (code !== "missing_member" && code !== "missing_team"))
    .map(({ stepId, message, severity, field }) => ({
      card: stepId ?? "trigger",
      message,
      severity,
      field: toFieldPath(field),
    }));
