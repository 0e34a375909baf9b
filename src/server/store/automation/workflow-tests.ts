import type {
  SimulationAct,
  SimulationLine,
  SimulationStart,
  WorkflowId,
  WorkspaceId,
} from "#core/domain";
import type { SqlMoment } from "../moments.ts";
import type { Session } from "../store.ts";

/** A test of a workflow; whoever reads it parses its simulation, which an older build may have saved. */
export interface WorkflowTestRow {
  readonly test_id: string;
  readonly workflow_id: WorkflowId;
  readonly name: string;
  readonly simulation: { readonly start: unknown; readonly acts: unknown };
  readonly expected: unknown;
  readonly created_at: SqlMoment;
  readonly updated_at: SqlMoment;
}

const SELECT =
  "select test_id, workflow_id, name, simulation, expected, created_at, updated_at from workflow_test";

/** Lists a workflow's tests, the oldest first; a workflow has at most 100. */
export async function listWorkflowTests(
  session: Session,
  workspaceId: WorkspaceId,
  workflowId: WorkflowId,
): Promise<WorkflowTestRow[]> {
  return await session.query<WorkflowTestRow>({
    // by workflow_test_pkey
    text: `${SELECT} where workspace_id = $1 and workflow_id = $2 order by created_at, test_id`,
    values: [workspaceId, workflowId],
  });
}

export async function findWorkflowTest(
  session: Session,
  workspaceId: WorkspaceId,
  workflowId: WorkflowId,
  testId: string,
): Promise<WorkflowTestRow | undefined> {
  const [row] = await session.query<WorkflowTestRow>({
    text: `${SELECT} where workspace_id = $1 and workflow_id = $2 and test_id = $3`,
    values: [workspaceId, workflowId, testId],
  });
  return row;
}

export async function insertWorkflowTest(
  session: Session,
  test: {
    readonly workspaceId: WorkspaceId;
    readonly workflowId: WorkflowId;
    readonly testId: string;
    readonly name: string;
    readonly start: SimulationStart;
    readonly acts: readonly SimulationAct[];
    readonly expected: readonly (readonly SimulationLine[])[];
    readonly createdAt: Date;
  },
): Promise<void> {
  await session.query({
    text: `insert into workflow_test (workspace_id, workflow_id, test_id, name, simulation, expected, created_at, updated_at)
           values ($1, $2, $3, $4, $5, $6, $7, $7)`,
    values: [
      test.workspaceId,
      test.workflowId,
      test.testId,
      test.name,
      JSON.stringify({ start: test.start, acts: test.acts }),
      JSON.stringify(test.expected),
      test.createdAt,
    ],
  });
}

/** Changes what is given. Returns whether the test was there. */
export async function updateWorkflowTest(
  session: Session,
  workspaceId: WorkspaceId,
  workflowId: WorkflowId,
  testId: string,
  change: {
    readonly name: string | null;
    readonly expected: readonly (readonly SimulationLine[])[] | null;
    readonly at: Date;
  },
): Promise<boolean> {
  const rows = await session.query<{ test_id: string }>({
    text: `update workflow_test set name = coalesce($4, name), expected = coalesce($5, expected), updated_at = $6
           where workspace_id = $1 and workflow_id = $2 and test_id = $3 returning test_id`,
    values: [
      workspaceId,
      workflowId,
      testId,
      change.name,
      change.expected === null ? null : JSON.stringify(change.expected),
      change.at,
    ],
  });
  return rows.length > 0;
}

/** Deletes a test. Returns whether it was there. */
export async function deleteWorkflowTest(
  session: Session,
  workspaceId: WorkspaceId,
  workflowId: WorkflowId,
  testId: string,
): Promise<boolean> {
  const rows = await session.query<{ test_id: string }>({
    text: "delete from workflow_test where workspace_id = $1 and workflow_id = $2 and test_id = $3 returning test_id",
    values: [workspaceId, workflowId, testId],
  });
  return rows.length > 0;
}

/** Says whether failing tests keep a workflow's draft from being published. */
export async function setTestsBlock(
  session: Session,
  workspaceId: WorkspaceId,
  workflowId: WorkflowId,
  testsBlock: boolean,
): Promise<void> {
  await session.query({
    text: "update workflow set tests_block = $3 where workspace_id = $1 and workflow_id = $2",
    values: [workspaceId, workflowId, testsBlock],
  });
}

/** The graphs of some workflows: what is edited, and what is live. */
export async function listGraphsToCall(
  session: Session,
  workspaceId: WorkspaceId,
  workflowIds: readonly WorkflowId[],
): Promise<
  {
    readonly id: WorkflowId;
    readonly name: string;
    readonly draft: unknown;
    readonly live: unknown;
  }[]
> {
  return await session.query({
    // by workflow_pkey and version_pkey
    text: `select w.workflow_id as id, w.name, w.draft, v.graph as live from workflow w
           left join version v on v.workspace_id = w.workspace_id and v.version_id = w.live_version_id
           where w.workspace_id = $1 and w.workflow_id = any($2) and w.deleted_at is null order by w.priority, w.workflow_id`,
    values: [workspaceId, workflowIds],
  });
}
