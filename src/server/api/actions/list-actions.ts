import { endpoints } from "#contract";
import { teamEndpoint } from "../endpoint.ts";
import { presentAction } from "../presenters/present-action.ts";

export const listActions = teamEndpoint(endpoints.listActions, {
  summary: "Lists what Run Action steps can do, integration by integration.",
  permission: "workflows.read",
  async handle({ doors }) {
    return { items: [...doors.tools.actions.values()].map(presentAction) };
  },
});
