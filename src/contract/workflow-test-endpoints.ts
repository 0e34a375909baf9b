import { z } from "zod";
import {
  changeWorkflowTestSchema,
  createWorkflowTestSchema,
  simulationWorldQuerySchema,
  simulationWorldSchema,
  workflowTestResultsSchema,
  workflowTestSchema,
} from "./workflow-tests.ts";

/** The simulator's world, and the tests of a workflow. */
export const workflowTestEndpoints = {
  getSimulationWorld: {
    method: "GET",
    path: "/workflows/:workflow_id/simulation-world",
    query: simulationWorldQuerySchema,
    answer: simulationWorldSchema,
  },
  listWorkflowTests: {
    method: "GET",
    path: "/workflows/:workflow_id/tests",
    answer: z.strictObject({ items: z.array(workflowTestSchema) }),
  },
  createWorkflowTest: {
    method: "POST",
    path: "/workflows/:workflow_id/tests",
    body: createWorkflowTestSchema,
    answer: workflowTestSchema,
  },
  changeWorkflowTest: {
    method: "PATCH",
    path: "/workflows/:workflow_id/tests/:test_id",
    body: changeWorkflowTestSchema,
    answer: workflowTestSchema,
  },
  deleteWorkflowTest: {
    method: "DELETE",
    path: "/workflows/:workflow_id/tests/:test_id",
    answer: null,
  },
  runWorkflowTests: {
    method: "POST",
    path: "/workflows/:workflow_id/tests/run",
    answer: workflowTestResultsSchema,
  },
} as const;
