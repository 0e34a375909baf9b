import {
  type ConversationDetailBody,
  endpoints,
  type RunDetailBody,
  type RunSummaryBody,
} from "#contract";
import {
  type QueryClient,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { type RequestOf, call } from "./call.ts";
import { keys } from "./keys.ts";
import { at, paging } from "./paging.ts";

export type RunFilter = Omit<
  NonNullable<RequestOf<typeof endpoints.listRuns>["query"]>,
  "cursor" | "limit"
>;
export type DecisionFilter = Omit<
  NonNullable<RequestOf<typeof endpoints.listDecisions>["query"]>,
  "cursor" | "limit"
>;

/** Runs, newest first, page by page. */
export const useRuns = (filter: RunFilter) =>
  useInfiniteQuery({
    queryKey: keys.runList(filter),
    queryFn: ({ pageParam, signal }) =>
      call(endpoints.listRuns, { query: { ...filter, ...at(pageParam) }, signal }),
    ...paging,
  });

/** One run with its visits and variables; moves on its own while the inbox socket is up. */
export const useRun = (runId: string) =>
  useQuery({
    queryKey: keys.run(runId),
    queryFn: ({ signal }) => call(endpoints.getRun, { params: { run_id: runId }, signal }),
    enabled: runId !== "",
  });

/** Which workflows started and which did not, with the reasons. */
export const useDecisions = (filter: DecisionFilter) =>
  useInfiniteQuery({
    queryKey: keys.decisions(filter),
    queryFn: ({ pageParam, signal }) =>
      call(endpoints.listDecisions, { query: { ...filter, ...at(pageParam) }, signal }),
    ...paging,
  });

/** Puts a run's newest state wherever it is cached; its visits are fetched again. */
export const applyRun = (client: QueryClient, run: RunSummaryBody) => {
  if (run.conversation_id !== null) {
    client.setQueryData<ConversationDetailBody>(
      keys.conversation(run.conversation_id),
      (detail) => {
        if (detail === undefined) return detail;
        const isKnown = detail.runs.some((one) => one.id === run.id);
        return {
          ...detail,
          runs: isKnown
            ? detail.runs.map((one) => (one.id === run.id ? run : one))
            : [run, ...detail.runs],
        };
      },
    );
  }
  client.setQueryData<RunDetailBody>(keys.run(run.id), (detail) => detail && { ...detail, run });
  void client.invalidateQueries({ queryKey: keys.run(run.id) });
  void client.invalidateQueries({ queryKey: keys.runs });
};

/** Pauses, continues, skips the step of, or ends a run. */
export const useControlRun = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({
      runId,
      control,
    }: { runId: string } & RequestOf<typeof endpoints.controlRun>["body"]) =>
      call(endpoints.controlRun, { params: { run_id: runId }, body: { control } }),
    onSuccess: (run) => applyRun(client, run),
  });
};

/** Takes a failed run up again as a new one, which is the answer. */
export const useRetryRun = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({
      runId,
      ...body
    }: { runId: string } & RequestOf<typeof endpoints.retryRun>["body"]) =>
      call(endpoints.retryRun, { params: { run_id: runId }, body }),
    onSuccess: (run) => applyRun(client, run),
  });
};

/** Starts a manual workflow for a conversation or a contact. */
export const useStartRun = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({
      workflowId,
      ...body
    }: { workflowId: string } & RequestOf<typeof endpoints.startRun>["body"]) =>
      call(endpoints.startRun, { params: { workflow_id: workflowId }, body }),
    onSuccess: (run) => applyRun(client, run),
  });
};
