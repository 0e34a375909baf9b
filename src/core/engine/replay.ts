import {
  type AssignmentOutcome,
  type AssignmentRequest,
  type Event,
  type Moment,
  type Run,
  type RunId,
  toEventId,
} from "#core/domain";
import { handleEvent } from "./handle-event.ts";
import type { EngineWorld, LaneState } from "./lane.ts";
import { seededIds } from "./seeded-ids.ts";

/** A stored event with the moment at which it was handled. */
export interface HandledEvent {
  readonly event: Event;
  readonly handledAt: Moment;
}

/** Makes the event that answers a wish for an assignee; the same wish and moment give the same event. */
export const toSettledEvent = (
  { workspaceId, contactId }: Pick<Event, "workspaceId" | "contactId">,
  request: AssignmentRequest,
  outcome: AssignmentOutcome,
  at: Moment,
): Event => ({
  id: toEventId(seededIds(`settled:${request.key}`, at).next()),
  workspaceId,
  contactId,
  seed: request.key,
  happenedAt: at,
  body: { type: "assignment_settled", request, outcome },
});

/**
 * Handles a lane's stored events again, in their order, and returns every run as it then stands. What the engine makes of events by
 * itself is made again, so it is left out of the log when it is there; an assignment is answered as it was recorded.
 */
export const replayLane = (
  worldAt: (moment: Moment) => EngineWorld,
  lane: LaneState,
  log: readonly HandledEvent[],
  outcomeOf: (request: AssignmentRequest) => AssignmentOutcome | undefined,
): ReadonlyMap<RunId, Run> => {
  const runs = new Map<RunId, Run>();
  let state = lane;
  for (const { event: first, handledAt } of log) {
    if (isMadeByEngine(first)) continue;
    const world = worldAt(handledAt);
    const queue: Event[] = [first];
    for (let event = queue.shift(); event !== undefined; event = queue.shift()) {
      const outcome = handleEvent(world, withNamedRun(state, event, runs), event);
      state = outcome.lane;
      for (const run of outcome.changes.runs) runs.set(run.id, run);
      queue.unshift(...outcome.followUps);
      for (const request of outcome.requests) {
        const settled = outcomeOf(request);
        if (settled !== undefined)
          queue.unshift(toSettledEvent(first, request, settled, handledAt));
      }
    }
  }
  return runs;
};

/** Tells events that the engine makes from others, and makes again with them. */
export const isMadeByEngine = ({ body }: Event): boolean =>
  body.type === "assignment_settled" || body.type === "run_caused";

/** A retry names a run that has ended, which a lane does not keep. */
const withNamedRun = (
  lane: LaneState,
  { body }: Event,
  runs: ReadonlyMap<RunId, Run>,
): LaneState => {
  const named = body.type === "run_retried" ? runs.get(body.runId) : undefined;
  return named === undefined || named.endedAt === null
    ? lane
    : { ...lane, runs: [...lane.runs, named] };
};
