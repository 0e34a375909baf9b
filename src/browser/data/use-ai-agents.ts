import { endpoints } from "#contract";
import { useQuery } from "@tanstack/react-query";
import { call } from "./call.ts";
import { keys } from "./keys.ts";
import { listAll } from "./list-all.ts";
import { at } from "./paging.ts";

/** All AI agents of the workspace, by name. */
export const useAiAgents = () =>
  useQuery({
    queryKey: keys.aiAgents,
    queryFn: () =>
      listAll((cursor) => call(endpoints.listAiAgents, { query: { limit: 100, ...at(cursor) } })),
    staleTime: 5 * 60_000,
  });
