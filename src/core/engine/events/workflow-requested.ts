import type { ConversationId, EventBody } from "#core/domain";
import { freeFloor } from "../lane/floor.ts";
import type { LaneDraft } from "../lane/lane-draft.ts";
import { findOpenConversation } from "../lane/open-conversation.ts";
import { endRun } from "../runs/end-run.ts";
import { startWorkflows } from "../runs/start-workflows.ts";

/** Starts the one workflow that was asked for, or says why not; "end it and start" empties the floor first. */
export const workflowRequested = (lane: LaneDraft, body: Extract<EventBody, { type: "workflow_requested" }>): void => {
  const named = body.conversationId === null ? findOpenConversation(lane, "widget") : (lane.conversations.find(body.conversationId) ?? null);
  if (body.endsHolder && named !== null) endHolder(lane, named.id);
  const conversation = named === null ? null : lane.conversation(named.id);
  const [decision] = startWorkflows(lane, { conversation, visitorSession: lane.newestSession(), opened: null, takenBy: null, requested: body.workflowId });
  if (decision === undefined) noteMissing(lane, body);
  else if (!decision.starts) {
    const isTaken = decision.reason === "person_has_floor" || decision.reason === "run_has_floor";
    const code = isTaken ? "floor_taken" : "workflow_not_started";
    lane.note({ code, message: isTaken ? "Somebody else has the floor." : "The workflow did not start.", details: { reason: decision.reason, ...decision.evidence } });
  }
};

const endHolder = (lane: LaneDraft, conversationId: ConversationId): void => {
  const { floor } = lane.conversation(conversationId);
  if (floor.holder === "run" && lane.runs.find(floor.runId) !== undefined) {
    endRun(lane, floor.runId, { state: "cancelled", problem: { code: "ended_for_another", message: "Ended so that another workflow could start." } });
  }
  if (floor.holder !== "nobody") freeFloor(lane, conversationId);
};

/** Asked for by id, so it is told apart: not live, or started by something else than a hand. */
const noteMissing = (lane: LaneDraft, { workflowId, conversationId }: Extract<EventBody, { type: "workflow_requested" }>): void => {
  if (lane.world.live.some(({ workflow }) => workflow.workflowId === workflowId)) {
    return lane.note({ code: "workflow_not_manual", message: "This workflow’s trigger is not “Started by hand”." });
  }
  lane.note({ code: "workflow_not_live", message: "This workflow has no live version." });
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
