import type { CheckedGraph } from "../checked-graph.ts";
import type { Found } from "../finding.ts";

/**
 * Names steps that have the id of another and paths with more than one line.
 *
 * The builder makes neither; a file or a program may. Which of the two would run is nobody's guess.
 *
 * Codes
 * - `duplicate_step_id` (error): another step has this id; give one of them a new one.
 * - `duplicate_edge` (error): two lines leave by one path; remove one.
 */
export const duplicateId = ({ graph }: CheckedGraph): readonly Found[] => {
  const steps = graph.steps.filter(
    ({ id }, index) => graph.steps.findIndex((other) => other.id === id) !== index,
  );
  const taken = new Set<string>();
  const edges = graph.edges.filter(({ from, path }) => {
    const way = `${from} ${path}`;
    return taken.has(way) || !taken.add(way);
  });
  return [
    ...steps.map(({ id }): Found => ({
      code: "duplicate_step_id",
      message: `another step has the id “${id}” too; give one of them a new one`,
      severity: "error",
      stepId: id,
    })),
    ...edges.map(({ from, path }): Found => ({
      code: "duplicate_edge",
      message: `two lines leave by “${path}”; remove one of them`,
      severity: "error",
      stepId: from === "trigger" ? null : from,
    })),
  ];
};
