import type { SimulationLine, WorkflowId } from "#core/domain";
import { findDraft, findWorkflowTest, updateWorkflowTest } from "#server/store";
import { invalidRequest, notFound } from "../refusals.ts";
import type { Caller, Tools } from "../tools.ts";

/** Renames a test, or accepts what came of it as what is expected from now on. */
export async function changeWorkflowTest(
  { store, clock }: Pick<Tools, "store" | "clock">,
  { workspaceId }: Caller,
  workflowId: WorkflowId,
  testId: string,
  change: {
    readonly name?: string | undefined;
    readonly expected?: readonly (readonly SimulationLine[])[] | undefined;
  },
): Promise<void> {
  await store.transaction(async (session) => {
    if ((await findDraft(session, workspaceId, workflowId)) === undefined)
      throw notFound("workflow");
    const test = await findWorkflowTest(session, workspaceId, workflowId, testId);
    if (test === undefined) throw notFound("test");
    const { acts } = test.simulation;
    if (change.expected !== undefined && Array.isArray(acts))
      if (change.expected.length !== acts.length + 1)
        throw invalidRequest(
          [{ path: "expected", message: "say what follows from the beginning and from each act" }],
          422,
        );
    await updateWorkflowTest(session, workspaceId, workflowId, testId, {
      name: change.name ?? null,
      expected: change.expected ?? null,
      at: clock.now(),
    });
  });
}
