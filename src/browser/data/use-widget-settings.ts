import { endpoints, type WidgetSettingsBody } from "#contract";
import { type QueryClient, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type RequestOf, call } from "./call.ts";
import { keys } from "./keys.ts";

/** How often a page that waits for the widget to be seen asks again. */
const sightingEveryMs = 3_000;

const keep = (client: QueryClient) => (settings: WidgetSettingsBody) =>
  client.setQueryData(keys.widgetSettings, settings);

/** All that the workspace has set about its widget. */
export const useWidgetSettings = () =>
  useQuery({
    queryKey: keys.widgetSettings,
    queryFn: ({ signal }) => call(endpoints.getWidgetSettings, { signal }),
  });

/** Changes settings; refused with `settings_changed` when somebody else changed them since. */
export const useChangeWidgetSettings = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: RequestOf<typeof endpoints.changeWidgetSettings>["body"]) =>
      call(endpoints.changeWidgetSettings, { body }),
    onSuccess: keep(client),
    // Refused perhaps since somebody else was faster: theirs is shown then.
    onError: () => client.invalidateQueries({ queryKey: keys.widgetSettings }),
  });
};

/** Puts a logo in the place of the old one; null takes it away. */
export const useWidgetLogo = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (data: string | null) => {
      if (data === null) await call(endpoints.deleteWidgetLogo, {});
      else await call(endpoints.setWidgetLogo, { body: { data } });
    },
    onSuccess: () => client.invalidateQueries({ queryKey: keys.widgetSettings }),
  });
};

/** Makes a secret for signed identities; the answer is the only one that holds it. */
export const useCreateIdentitySecret = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => call(endpoints.createIdentitySecret, {}),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.widgetSettings }),
  });
};

/** Deletes a secret: what was signed with it is refused from then on. */
export const useDeleteIdentitySecret = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      call(endpoints.deleteIdentitySecret, { params: { identity_secret_id: id } }),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.widgetSettings }),
  });
};

/** The sites where the widget was seen, asked for again and again while somebody waits. */
export const useWidgetSightings = () =>
  useQuery({
    queryKey: keys.widgetSightings,
    queryFn: ({ signal }) => call(endpoints.listWidgetSightings, { signal }),
    refetchInterval: sightingEveryMs,
  });

/** Makes a link that opens a page with the signal inspector. */
export const useOpenInspection = () =>
  useMutation({
    mutationFn: (url: string) => call(endpoints.openInspection, { body: { url } }),
  });
