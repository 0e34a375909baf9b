import { endpoints } from "#contract";
import { createIdentitySecret as create, notFound } from "#server/commands";
import { teamEndpoint } from "../endpoint.ts";
import { loadWidgetSettings } from "./load-widget-settings.ts";

export const createIdentitySecret = teamEndpoint(endpoints.createIdentitySecret, {
  summary:
    "Makes a secret with which the site's server signs who its visitors are; it is in this answer only. Two may stand at a time.",
  permission: "widget.manage",
  status: 201,
  async handle({ doors, who }) {
    const { id, secret } = await create(doors.tools, who);
    const { identity_secrets: secrets } = await loadWidgetSettings(doors, who.workspaceId);
    const made = secrets.find((each) => each.id === id);
    if (made === undefined) throw notFound("identity secret"); // deleted in the same moment
    return { ...made, secret };
  },
});
