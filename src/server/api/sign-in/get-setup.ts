import { endpoints } from "#contract";
import { hasWorkspace } from "#server/store";
import { openEndpoint } from "../endpoint.ts";

export const getSetup = openEndpoint(endpoints.getSetup, {
  summary: "Says whether the first owner is still to be made.",
  handle: async ({ doors }) => ({ is_needed: !(await hasWorkspace(doors.tools.store)) }),
});
