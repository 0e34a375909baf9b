import { endpoints, type WorkflowDetailBody } from "#contract";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type RequestOf, call } from "./call.ts";
import { keys } from "./keys.ts";
import { listAll } from "./list-all.ts";
import { at } from "./paging.ts";

/** Publishes the draft as a new version and makes it live. Refused with `errors` that name step and field. */
export const usePublish = (workflowId: string) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: RequestOf<typeof endpoints.publishWorkflow>["body"]) =>
      call(endpoints.publishWorkflow, { params: { workflow_id: workflowId }, body }),
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: keys.workflows }),
        client.invalidateQueries({ queryKey: keys.workflow(workflowId) }),
        client.invalidateQueries({ queryKey: keys.versions(workflowId) }),
        client.invalidateQueries({ queryKey: keys.waitingRuns(workflowId) }),
      ]),
    // Whatever was refused: what is live may not be what this page believes.
    onError: () => {
      void client.invalidateQueries({ queryKey: keys.versions(workflowId) });
      void client.invalidateQueries({ queryKey: keys.waitingRuns(workflowId) });
    },
  });
};

/** Reads the draft as this page last loaded or saved it. */
export const useSavedDraft = (workflowId: string) => {
  const client = useQueryClient();
  return () => client.getQueryData<WorkflowDetailBody>(keys.workflow(workflowId))?.draft;
};

/** Takes the live version down: no new run starts, runs in progress go on. */
export const useUnpublish = (workflowId: string) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => call(endpoints.unpublishWorkflow, { params: { workflow_id: workflowId } }),
    onSuccess: (workflow) => {
      client.setQueryData<WorkflowDetailBody>(
        keys.workflow(workflowId),
        (detail) => detail && { ...detail, workflow },
      );
      return Promise.all([
        client.invalidateQueries({ queryKey: keys.workflows }),
        client.invalidateQueries({ queryKey: keys.versions(workflowId) }),
      ]);
    },
  });
};

/** Published versions of a workflow, newest first. */
export const useVersions = (workflowId: string) =>
  useQuery({
    queryKey: keys.versions(workflowId),
    queryFn: () =>
      listAll((cursor) =>
        call(endpoints.listVersions, {
          params: { workflow_id: workflowId },
          query: { limit: 100, ...at(cursor) },
        }),
      ),
  });

/** One published version with its graph; it never changes. */
export const useVersion = (workflowId: string, versionId: string) =>
  useQuery({
    queryKey: keys.version(versionId),
    queryFn: ({ signal }) =>
      call(endpoints.getVersion, {
        params: { workflow_id: workflowId, version_id: versionId },
        signal,
      }),
    staleTime: Number.POSITIVE_INFINITY,
    enabled: workflowId !== "" && versionId !== "",
  });

/** Loads a version with its graph when it is asked for. @throws ApiProblem when it cannot be loaded. */
export const useLoadVersion = (workflowId: string) => {
  const client = useQueryClient();
  return (versionId: string) =>
    client.fetchQuery({
      queryKey: keys.version(versionId),
      queryFn: ({ signal }) =>
        call(endpoints.getVersion, {
          params: { workflow_id: workflowId, version_id: versionId },
          signal,
        }),
      staleTime: Number.POSITIVE_INFINITY,
    });
};

/** Changes the name or the note of a version. */
export const useChangeVersion = (workflowId: string) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({
      versionId,
      ...body
    }: RequestOf<typeof endpoints.changeVersion>["body"] & { readonly versionId: string }) =>
      call(endpoints.changeVersion, {
        params: { workflow_id: workflowId, version_id: versionId },
        body,
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.versions(workflowId) }),
  });
};

/** Where runs in progress wait, by version and step. */
export const useWaitingRuns = (workflowId: string) =>
  useQuery({
    queryKey: keys.waitingRuns(workflowId),
    queryFn: ({ signal }) =>
      call(endpoints.listWaitingRuns, { params: { workflow_id: workflowId }, signal }),
    select: ({ waiting }) => waiting,
  });

/** Every workflow with the graph of its live version, for checks between workflows. */
export const useWorkflowGraphs = () =>
  useQuery({
    queryKey: keys.workflowGraphs,
    queryFn: ({ signal }) => call(endpoints.listWorkflowGraphs, { signal }),
    select: ({ workflows }) => workflows,
    staleTime: 60_000,
  });
