import { endpoints, type MeBody, type MemberBody } from "#contract";
import { type QueryClient, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type RequestOf, call } from "./call.ts";
import { keys } from "./keys.ts";
import { listAll } from "./list-all.ts";
import { at } from "./paging.ts";

const page = (cursor: string | undefined) => ({ query: { limit: 100, ...at(cursor) } });

/** All members of the workspace, kept fresh by the socket. */
export const useMembers = () =>
  useQuery({
    queryKey: keys.members,
    queryFn: () => listAll((cursor) => call(endpoints.listMembers, page(cursor))),
    staleTime: 5 * 60_000,
  });

/** All teams of the workspace. */
export const useTeams = () =>
  useQuery({
    queryKey: keys.teams,
    queryFn: () => listAll((cursor) => call(endpoints.listTeams, page(cursor))),
    staleTime: 5 * 60_000,
  });

/** Puts a member's newest state wherever that member is cached. */
export const applyMember = (client: QueryClient, member: MemberBody) => {
  client.setQueryData<readonly MemberBody[]>(keys.members, (members) =>
    members?.some((one) => one.id === member.id) === true
      ? members.map((one) => (one.id === member.id ? member : one))
      : members && [...members, member],
  );
  client.setQueryData<MeBody | null>(keys.me, (me) =>
    me?.member.id === member.id ? { ...me, member } : me,
  );
};

/** Sets the own presence: online, away or offline. */
export const useSetPresence = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: RequestOf<typeof endpoints.setPresence>["body"]) =>
      call(endpoints.setPresence, { body }),
    onSuccess: (member) => applyMember(client, member),
  });
};
