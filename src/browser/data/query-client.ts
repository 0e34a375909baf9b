import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import { ApiProblem, isTemporary } from "./api-problem.ts";
import { keys } from "./keys.ts";

const longestDelay = 8_000;

/** Makes the cache of the page. An expired login empties `me`, and the shell shows the sign-in page. */
export const createQueryClient = () => {
  const onError = (error: Error) => {
    if (error instanceof ApiProblem && error.code === "not_signed_in")
      client.setQueryData(keys.me, null);
  };
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        retry: (count, error) => isTemporary(error) && count < 3,
        retryDelay: (count) => Math.min(500 * 2 ** count, longestDelay),
        networkMode: "always",
      },
      mutations: { networkMode: "always" },
    },
  });
  return client;
};
