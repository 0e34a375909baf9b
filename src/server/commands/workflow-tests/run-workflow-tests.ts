import type { WorkflowTestResultBody } from "#contract";
import {
  type Graph,
  second,
  simulationActsSchema,
  simulationLinesSchema,
  simulationStartSchema,
  type WorkflowId,
  type WorkspaceId,
} from "#core/domain";
import { countChanges, playSimulation } from "#core/simulate";
import { listWorkflowTests, type Session, type WorkflowTestRow } from "#server/store";
import type { Tools } from "../tools.ts";
import { callsOf, type LoadedWorld, loadSimulatedWorld } from "./load-simulated-world.ts";

/** Plays every test of a workflow on a graph and says what each came to. Nothing is stored and nothing leaves the process. */
export async function runWorkflowTests(
  { steps, triggers, actions }: Pick<Tools, "steps" | "triggers" | "actions">,
  session: Session,
  {
    workspaceId,
    workflowId,
  }: { readonly workspaceId: WorkspaceId; readonly workflowId: WorkflowId },
  graph: Graph,
): Promise<readonly WorkflowTestResultBody[]> {
  const tests = await listWorkflowTests(session, workspaceId, workflowId);
  if (tests.length === 0) return [];
  const world = await loadSimulatedWorld(session, steps, workspaceId, callsOf(graph, steps));
  const catalogues = { steps, triggers, actions };
  const until = performance.now() + longest;
  return tests.map((test) => ({
    test_id: test.test_id,
    name: test.name,
    ...(performance.now() > until ? failed(noTime) : run(test, world, catalogues, graph)),
  }));
}

/** Playing holds this process up, and the transaction it may run in: most tests take a hundredth of this together. */
const longest = 3 * second;
const noTime = "The tests before it took so long that it was not played; run it in the builder.";

/** A test that an older build saved, or whose workflow cannot run, fails with the reason. */
function run(
  { workflow_id: id, simulation, expected }: WorkflowTestRow,
  { called, ...world }: LoadedWorld,
  catalogues: Pick<Tools, "steps" | "triggers" | "actions">,
  graph: Graph,
): Pick<WorkflowTestResultBody, "passed" | "changed_lines" | "problem"> {
  const start = simulationStartSchema.safeParse(simulation.start);
  const acts = simulationActsSchema.safeParse(simulation.acts);
  const lines = simulationLinesSchema.safeParse(expected);
  if (!start.success || !acts.success || !lines.success)
    return failed("It was saved by another version of Switchboard and cannot be read.");
  const isLive = start.data.called_workflows === "live";
  const played = playSimulation(
    {
      ...world,
      ...catalogues,
      workflow: { id, name: "", graph },
      called: called.flatMap((workflow) => {
        const used = isLive ? workflow.live : workflow.draft;
        return used === null || workflow.id === id ? [] : [{ ...workflow, graph: used }];
      }),
    },
    start.data,
    acts.data,
  );
  if (!played.ok) return failed(played.problem);
  const changed = countChanges(lines.data, played.lines);
  return { passed: changed === 0, changed_lines: changed, problem: null };
}

const failed = (problem: string) => ({ passed: false, changed_lines: 0, problem });
