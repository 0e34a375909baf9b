import { endpoints, type IntegrationBody } from "#contract";
import { type QueryClient, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type RequestOf, call } from "./call.ts";
import { keys } from "./keys.ts";

const keep = (client: QueryClient) => (integration: IntegrationBody) =>
  client.setQueryData<readonly IntegrationBody[]>(keys.integrations, (known) =>
    known?.map((each) => (each.name === integration.name ? integration : each)),
  );

/** Every system that can be connected, and how those that are connected fare. */
export const useIntegrations = () =>
  useQuery({
    queryKey: keys.integrations,
    queryFn: async ({ signal }): Promise<readonly IntegrationBody[]> =>
      (await call(endpoints.listIntegrations, { signal })).items,
  });

/** Connects one, in the place of what it was connected to; refused with the field that is wrong. */
export const useConnectIntegration = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: RequestOf<typeof endpoints.connectIntegration>["body"]) =>
      call(endpoints.connectIntegration, { body }),
    onSuccess: keep(client),
  });
};

/** Asks the other system whether it still lets us in; the answer holds the problem when it does not. */
export const useTestCredential = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (credentialId: string) =>
      call(endpoints.testCredential, { params: { credential_id: credentialId } }),
    onSuccess: keep(client),
    // Somebody else may have replaced or disconnected it.
    onError: () => client.invalidateQueries({ queryKey: keys.integrations }),
  });
};

/** Forgets a credential for good. */
export const useDisconnectIntegration = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (credentialId: string) =>
      call(endpoints.disconnectIntegration, { params: { credential_id: credentialId } }),
    onSettled: () => client.invalidateQueries({ queryKey: keys.integrations }),
  });
};
