import { endpoints, saveDraftSchema, type WorkflowBody, type WorkflowDetailBody } from "#contract";
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

/** Makes another workflow of one's draft: of the given graph, else of the draft as it is saved. */
export const useCopyWorkflow = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (copied: {
      readonly id: string;
      readonly name: string;
      readonly graph?: WorkflowDetailBody["draft"]["graph"];
    }) => {
      const params = { workflow_id: copied.id };
      const graph = copied.graph ?? (await call(endpoints.getWorkflow, { params })).draft.graph;
      return await call(endpoints.createWorkflow, { body: { name: copied.name, graph } });
    },
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

/** Sets the order in which workflows are tried. */
export const useOrderWorkflows = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (workflowIds: string[]) =>
      call(endpoints.orderWorkflows, { body: { workflow_ids: workflowIds } }),
    // Shown at once; what the server says afterwards counts.
    onMutate: async (workflowIds) => {
      await client.cancelQueries({ queryKey: keys.workflows });
      client.setQueryData<WorkflowBody[]>(keys.workflows, (list) =>
        list?.toSorted((a, b) => workflowIds.indexOf(a.id) - workflowIds.indexOf(b.id)),
      );
    },
    onSettled: () => client.invalidateQueries({ queryKey: keys.workflows }),
  });
};
