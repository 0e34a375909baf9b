import { endpoints, type MeBody } from "#contract";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { ApiProblem } from "./api-problem.ts";
import { type RequestOf, call } from "./call.ts";
import { keys } from "./keys.ts";

const loadMe = async (signal: AbortSignal): Promise<MeBody | null> => {
  try {
    return await call(endpoints.getMe, { signal });
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 401) return null;
    throw error;
  }
};

/** Who is signed in, and where; null when nobody is. */
export const useMe = () =>
  useQuery({ queryKey: keys.me, queryFn: ({ signal }) => loadMe(signal), staleTime: 5 * 60_000 });

/** Whether the first owner must be made before anybody can sign in. */
export const useSetupState = () =>
  useQuery({
    queryKey: keys.setup,
    queryFn: ({ signal }) => call(endpoints.getSetup, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** Signs in; the answer is who. */
export const useLogIn = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: RequestOf<typeof endpoints.logIn>["body"]) =>
      call(endpoints.logIn, { body }),
    onSuccess: (me) => client.setQueryData(keys.me, me),
  });
};

/** Signs out and forgets everything that was loaded. */
export const useLogOut = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => call(endpoints.logOut, {}),
    onSuccess: () => {
      client.clear();
      client.setQueryData(keys.me, null);
    },
  });
};

/** Makes the workspace and its first owner, who is signed in by that. */
export const useSetUp = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: RequestOf<typeof endpoints.setUp>["body"]) =>
      call(endpoints.setUp, { body }),
    onSuccess: (me) => {
      client.setQueryData(keys.setup, { is_needed: false });
      client.setQueryData(keys.me, me);
    },
  });
};
