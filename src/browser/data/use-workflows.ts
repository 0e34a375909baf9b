import { endpoints, saveDraftSchema, type WorkflowDetailBody } from "#contract";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type RequestOf, call } from "./call.ts";
import { keys } from "./keys.ts";
import { listAll } from "./list-all.ts";
import { at } from "./paging.ts";

const page = (cursor: string | undefined) => ({ query: { limit: 100, ...at(cursor) } });

/** All workflows in order of priority, with their numbers of runs. */
export const useWorkflows = () =>
  useQuery({
    queryKey: keys.workflows,
    queryFn: () => listAll((cursor) => call(endpoints.listWorkflows, page(cursor))),
  });

/** One workflow with its draft. Not refetched by itself while a draft is being edited. */
export const useWorkflow = (workflowId: string) =>
  useQuery({
    queryKey: keys.workflow(workflowId),
    queryFn: ({ signal }) =>
      call(endpoints.getWorkflow, { params: { workflow_id: workflowId }, signal }),
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    enabled: workflowId !== "",
  });

/** Makes a workflow, empty or from a graph. */
export const useCreateWorkflow = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: RequestOf<typeof endpoints.createWorkflow>["body"]) =>
      call(endpoints.createWorkflow, { body }),
    onSuccess: (detail) => {
      client.setQueryData(keys.workflow(detail.workflow.id), detail);
      return client.invalidateQueries({ queryKey: keys.workflows });
    },
  });
};

/** Renames a workflow. */
export const useChangeWorkflow = (workflowId: string) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: RequestOf<typeof endpoints.changeWorkflow>["body"]) =>
      call(endpoints.changeWorkflow, { params: { workflow_id: workflowId }, body }),
    onSuccess: (workflow) => {
      client.setQueryData<WorkflowDetailBody>(
        keys.workflow(workflowId),
        (detail) => detail && { ...detail, workflow },
      );
      return client.invalidateQueries({ queryKey: keys.workflows });
    },
  });
};

/** Deletes a workflow; its runs in progress go on. */
export const useDeleteWorkflow = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (workflowId: string) =>
      call(endpoints.deleteWorkflow, { params: { workflow_id: workflowId } }),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.workflows }),
  });
};

/** Saves the draft from a known revision; refused with `draft_changed` when somebody else saved since. */
export const useSaveDraft = (workflowId: string) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: RequestOf<typeof endpoints.saveDraft>["body"]) =>
      call(endpoints.saveDraft, { params: { workflow_id: workflowId }, body }),
    onSuccess: (saved, body) => {
      client.setQueryData<WorkflowDetailBody>(
        keys.workflow(workflowId),
        (detail) =>
          detail && {
            ...detail,
            draft: { graph: saveDraftSchema.parse(body).graph, revision: saved.revision },
            workflow: { ...detail.workflow, has_unpublished_changes: true },
          },
      );
    },
  });
};

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
      ]),
  });
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

/** Sets the order in which workflows are tried. */
export const useOrderWorkflows = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (workflowIds: string[]) =>
      call(endpoints.orderWorkflows, { body: { workflow_ids: workflowIds } }),
    onSettled: () => client.invalidateQueries({ queryKey: keys.workflows }),
  });
};

/** Published versions of a workflow, newest first. */
export const useVersions = (workflowId: string) =>
  useQuery({
    queryKey: keys.versions(workflowId),
    queryFn: () =>
      listAll((cursor) =>
        call(endpoints.listVersions, { params: { workflow_id: workflowId }, ...page(cursor) }),
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
