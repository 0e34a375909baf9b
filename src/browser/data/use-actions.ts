import { endpoints } from "#contract";
import { useQuery } from "@tanstack/react-query";
import { call } from "./call.ts";
import { keys } from "./keys.ts";

/** What integrations can do; it changes only with an integration. */
export const useActions = () =>
  useQuery({
    queryKey: keys.actions,
    queryFn: () => call(endpoints.listActions, {}),
    staleTime: 5 * 60_000,
    select: ({ items }) => items,
  });
