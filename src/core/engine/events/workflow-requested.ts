import type { ConversationId, EventBody, NonStartReason, Problem } from "#core/domain";
import { decide, type Decision, type Occasion } from "../decide.ts";
import { freeFloor } from "../lane/floor.ts";
import type { LaneDraft } from "../lane/lane-draft.ts";
import { findOpenConversation } from "../lane/open-conversation.ts";
import { endRun } from "../runs/end-run.ts";
import { startWorkflows } from "../runs/start-workflows.ts";

/** Starts the one workflow that was asked for, or says why not. "End it and start" empties the floor, but only when that is all that is in the way. */
export const workflowRequested = (
  lane: LaneDraft,
  body: Extract<EventBody, { type: "workflow_requested" }>,
): void => {
  const named =
    body.conversationId === null
      ? findOpenConversation(lane, "widget")
      : (lane.conversations.find(body.conversationId) ?? null);
  const toOccasion = (): Occasion => ({
    occurrences: [
      {
        type: "request",
        workflowId: body.workflowId,
        inputs: body.inputs,
        by: body.isFromPage === true ? "page" : body.byMemberId === null ? "api" : "member",
      },
    ],
    conversation: named === null ? null : lane.conversation(named.id),
    visitorSession: lane.newestSession(),
    takenBy: null,
  });
  if (body.endsHolder && named !== null && isFloorTaken(decide(lane, toOccasion())[0]))
    endHolder(lane, named.id);
  const [decision] = startWorkflows(lane, toOccasion());
  if (decision === undefined) noteMissing(lane, body);
  else if (!decision.starts) {
    const { reason, evidence } = decision;
    lane.note({ ...toProblem(decision), details: { reason, ...evidence } });
  }
};

const toProblem = (decision: Decision): Problem => {
  if (isFloorTaken(decision))
    return { code: "floor_taken", message: "Somebody else has the floor." };
  return !decision.starts && decision.reason === "not_published"
    ? notLive
    : { code: "workflow_not_started", message: "The workflow did not start." };
};

const notLive: Problem = {
  code: "workflow_not_live",
  message: "This workflow has no live version.",
};

const floorReasons: readonly NonStartReason[] = [
  "person_has_floor",
  "ai_agent_has_floor",
  "run_has_floor",
];

const isFloorTaken = (decision: Decision | undefined): boolean =>
  decision?.starts === false && floorReasons.includes(decision.reason);

const endHolder = (lane: LaneDraft, conversationId: ConversationId): void => {
  const { floor } = lane.conversation(conversationId);
  if (floor.holder === "run" && lane.runs.find(floor.runId) !== undefined) {
    endRun(lane, floor.runId, {
      state: "cancelled",
      problem: {
        code: "ended_for_another",
        message: "Ended so that another workflow could start.",
      },
    });
  }
  if (floor.holder !== "nobody") freeFloor(lane, conversationId);
};

/** Asked for by id, so it is told apart: not live, or started by something else than a hand. */
const noteMissing = (
  lane: LaneDraft,
  { workflowId, conversationId }: Extract<EventBody, { type: "workflow_requested" }>,
): void => {
  if (lane.world.live.some(({ workflow }) => workflow.workflowId === workflowId)) {
    return lane.note({
      code: "workflow_not_manual",
      message: "This workflow’s trigger is not “Started by hand”.",
    });
  }
  lane.note(notLive);
  lane.decisions.push({
    eventId: lane.event.id,
    workflowId,
    versionId: null,
    contactId: lane.contact.id,
    conversationId,
    result: "not_started",
    runId: null,
    reason: "not_published",
    evidence: {},
    decidedAt: lane.world.now,
  });
};
