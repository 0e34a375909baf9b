import { endpoints } from "#contract";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type RequestOf, call } from "./call.ts";
import { keys } from "./keys.ts";

/** What playing a workflow needs to know of its workspace; `calls` are the workflows that it starts. Not asked for while `isWanted` is false. */
export const useSimulationWorld = (
  workflowId: string,
  calls: readonly string[],
  isWanted: boolean,
) => {
  const listed = [...new Set(calls)].sort().join(",");
  return useQuery({
    queryKey: keys.simulationWorld(workflowId, listed),
    queryFn: ({ signal }) =>
      call(endpoints.getSimulationWorld, {
        params: { workflow_id: workflowId },
        query: { calls: listed },
        signal,
      }),
    enabled: isWanted,
    // The same for a while: a simulation that changes under one's hands is none.
    staleTime: 60_000,
    placeholderData: (before) => before,
  });
};

/** The expected conversations of a workflow, the oldest first. */
export const useWorkflowTests = (workflowId: string, isWanted = true) =>
  useQuery({
    queryKey: keys.workflowTests(workflowId),
    queryFn: ({ signal }) =>
      call(endpoints.listWorkflowTests, { params: { workflow_id: workflowId }, signal }),
    select: ({ items }) => items,
    enabled: isWanted,
  });

const useRefetch = (workflowId: string) => {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: keys.workflowTests(workflowId) });
};

/** Keeps a simulation with what came of it as a test. */
export const useCreateWorkflowTest = (workflowId: string) => {
  const onSuccess = useRefetch(workflowId);
  return useMutation({
    mutationFn: (body: RequestOf<typeof endpoints.createWorkflowTest>["body"]) =>
      call(endpoints.createWorkflowTest, { params: { workflow_id: workflowId }, body }),
    onSuccess,
  });
};

/** Renames a test, or gives it a new expectation. */
export const useChangeWorkflowTest = (workflowId: string) => {
  const onSuccess = useRefetch(workflowId);
  return useMutation({
    mutationFn: ({
      testId,
      body,
    }: {
      testId: string;
      body: RequestOf<typeof endpoints.changeWorkflowTest>["body"];
    }) =>
      call(endpoints.changeWorkflowTest, {
        params: { workflow_id: workflowId, test_id: testId },
        body,
      }),
    onSuccess,
  });
};

/** Deletes a test. */
export const useDeleteWorkflowTest = (workflowId: string) => {
  const onSuccess = useRefetch(workflowId);
  return useMutation({
    mutationFn: (testId: string) =>
      call(endpoints.deleteWorkflowTest, { params: { workflow_id: workflowId, test_id: testId } }),
    onSuccess,
  });
};
