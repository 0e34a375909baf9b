import { widgetEndpoints } from "#contract";
import { inspectionClosed, notFound } from "#server/commands";
import { isSameToken } from "#server/platform";
import { findWorkspaceByKey } from "#server/store";
import { openEndpoint } from "../endpoint.ts";

export const getInspection = openEndpoint(widgetEndpoints.getInspection, {
  summary:
    "Tells the signal inspector which workflows wait for what is armed; only with the token of a link of the team's.",
  isForAnyOrigin: true,
  async handle({ doors, query, request }) {
    doors.limits.take("widgetPerAddress", request.ip);
    const workspace = await findWorkspaceByKey(doors.tools.store, query.key);
    if (workspace === undefined) throw notFound("workspace key");
    const { workspace_id, config_revision } = workspace;
    const [until = "", token = ""] = query.token.split(".", 2);
    const isOpen = Number(until) > doors.tools.clock.now().getTime();
    if (!isOpen || !isSameToken(token, doors.inspectionToken(workspace_id, Number(until))))
      throw inspectionClosed();
    const { armed } = await doors.widgetConfigs.get(workspace_id, config_revision);
    return { armed: [...armed] };
  },
});
