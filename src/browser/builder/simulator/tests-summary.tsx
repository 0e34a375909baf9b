import { explainError, useWorkflowTests } from "#browser/data";
import type { Graph } from "#core/domain";
import { IconAlertTriangle, IconCircleCheck } from "@tabler/icons-react";
import { useMemo } from "react";
import { useSimulatedWorld } from "./model/use-simulated-world.ts";
import { isFailing, playTest } from "./tests/play-test.ts";

interface TestsSummaryProps {
  readonly workflow: { readonly id: string; readonly name: string; readonly tests_block: boolean };
  readonly graph: Graph;
}

/** What the workflow's tests say of a draft that is about to be published; nothing for a workflow without any. */
export const TestsSummary = ({ workflow, graph }: TestsSummaryProps) => {
  const { data: tests = [], error } = useWorkflowTests(workflow.id);
  const { world, error: worldError } = useSimulatedWorld(workflow, graph, "live", tests.length > 0);
  const played = useMemo(
    () => (world === null ? [] : tests.map((test) => playTest(world, test))),
    [world, tests],
  );
  const problem = error ?? worldError;
  if (problem === null && tests.length === 0) return null;
  const failing = played.filter(isFailing);
  return (
    <section className="publish-section" aria-label="Tests">
      <h3>
        Tests <small>{tests.length}</small>
      </h3>
      {problem !== null ? (
        <p className="publish-about">The tests were not played here: {explainError(problem)}</p>
      ) : world === null ? (
        <p className="publish-about" role="status">
          Playing the tests…
        </p>
      ) : failing.length === 0 ? (
        <p className="builder-all-well">
          <IconCircleCheck size={18} />{" "}
          {played.length === 1 ? "The test passes." : `All ${played.length} pass.`}
        </p>
      ) : (
        <>
          <p className="publish-about">
            {workflow.tests_block
              ? "These came out otherwise, and the workflow is not published until they pass:"
              : "These came out otherwise. You can publish all the same:"}
          </p>
          <ul className="sim-failing">
            {failing.map(({ test, changes, problem: why }) => (
              <li key={test.id}>
                <IconAlertTriangle size={16} aria-hidden />
                <span>
                  <strong>{test.name}</strong>
                  {why ?? (changes === 1 ? "1 line changed" : `${changes} lines changed`)}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
};
