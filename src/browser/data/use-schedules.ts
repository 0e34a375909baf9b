import { endpoints } from "#contract";
import { useQuery } from "@tanstack/react-query";
import { call } from "./call.ts";
import { keys } from "./keys.ts";
import { listAll } from "./list-all.ts";
import { at } from "./paging.ts";

/** All schedules of the workspace, its own hours first. */
export const useSchedules = () =>
  useQuery({
    queryKey: keys.schedules,
    queryFn: () =>
      listAll((cursor) => call(endpoints.listSchedules, { query: { limit: 100, ...at(cursor) } })),
    staleTime: 5 * 60_000,
  });
