import { endpoints } from "#contract";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { type RequestOf, call } from "./call.ts";
import { keys } from "./keys.ts";

type InsightQuery = NonNullable<RequestOf<typeof endpoints.getInsights>["query"]>;

/** What the runs of a period came to. While another period is loaded the one before stays. */
export const useInsights = (workflowId: string, query: InsightQuery) =>
  useQuery({
    queryKey: keys.insights(workflowId, query),
    queryFn: ({ signal }) =>
      call(endpoints.getInsights, { params: { workflow_id: workflowId }, query, signal }),
    placeholderData: keepPreviousData,
  });

/** How often a workflow did not start in a period, by reason. */
export const useDecisionCounts = (workflowId: string, query: Pick<InsightQuery, "from" | "to">) =>
  useQuery({
    queryKey: keys.decisionCounts(workflowId, query),
    queryFn: ({ signal }) =>
      call(endpoints.countDecisions, { params: { workflow_id: workflowId }, query, signal }),
    placeholderData: keepPreviousData,
  });

/** How every workflow fared in the last 30 days. */
export const useWorkflowActivity = () =>
  useQuery({
    queryKey: keys.workflowActivity,
    queryFn: ({ signal }) => call(endpoints.listWorkflowActivity, { signal }),
  });
