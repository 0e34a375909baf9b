import type { NewWorkflowTestBody } from "#contract";
import { limits, type WorkflowId } from "#core/domain";
import { newUuid } from "#server/platform";
import { insertWorkflowTest, listWorkflowTests, lockDraft } from "#server/store";
import { conflict, notFound } from "../refusals.ts";
import type { Caller, Tools } from "../tools.ts";

/** Keeps an expected conversation of a workflow. Returns its id. @throws RequestError 409 `refused` when there are too many. */
export async function createWorkflowTest(
  tools: Pick<Tools, "store" | "clock">,
  { workspaceId }: Caller,
  workflowId: WorkflowId,
  { name, start, acts, expected }: NewWorkflowTestBody,
): Promise<string> {
  const testId = newUuid();
  await tools.store.transaction(async (session) => {
    if ((await lockDraft(session, workspaceId, workflowId)) === undefined)
      throw notFound("workflow");
    const tests = await listWorkflowTests(session, workspaceId, workflowId);
    if (tests.length >= limits.testsPerWorkflow)
      throw conflict("refused", `A workflow has at most ${limits.testsPerWorkflow} tests.`);
    const createdAt = tools.clock.now();
    await insertWorkflowTest(session, {
      workspaceId,
      workflowId,
      testId,
      name,
      start,
      acts,
      expected,
      createdAt,
    });
  });
  return testId;
}
