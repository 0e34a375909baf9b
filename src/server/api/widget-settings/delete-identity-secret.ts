import { endpoints } from "#contract";
import { deleteIdentitySecret as remove } from "#server/commands";
import { teamEndpoint } from "../endpoint.ts";

export const deleteIdentitySecret = teamEndpoint(endpoints.deleteIdentitySecret, {
  summary: "Makes a secret worth nothing: what is signed with it is refused from now on.",
  permission: "widget.manage",
  handle: async ({ doors, who, id }) => await remove(doors.tools, who, id("identity_secret_id")),
});
