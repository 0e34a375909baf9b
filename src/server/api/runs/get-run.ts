import { endpoints } from "#contract";
import { toRunId } from "#core/domain";
import { notFound } from "#server/commands";
import { findRun, listVisits } from "#server/store";
import { teamEndpoint } from "../endpoint.ts";
import { presentRun, presentVisit } from "../presenters/present-run.ts";

const MOST_VISITS = 1_000;

export const getRun = teamEndpoint(endpoints.getRun, {
  summary: "Shows a run with the steps it took, newest thousand, and its variables.",
  permission: "runs.read",
  async handle({ doors, who, id }) {
    const runId = toRunId(id("run_id"));
    const found = await findRun(doors.tools.store, who.workspaceId, runId);
    if (found === undefined) throw notFound("run");
    const visits = await listVisits(doors.tools.store, who.workspaceId, runId, MOST_VISITS);
    return {
      run: presentRun(found),
      visits: visits.map(presentVisit),
      variables: found.run.variables,
    };
  },
});
