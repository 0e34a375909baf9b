import type {
  AssignmentOutcome,
  Conversation,
  EventBody,
  Moment,
  Problem,
  Run,
  RunId,
  VisitId,
} from "#core/domain";
import type { LaneDraft } from "../lane/lane-draft.ts";
import { deliver } from "../runs/move-run.ts";

/** Applies the answer to a wish for an assignee. A run that no longer waits for it gets nothing, and the place is free again. */
export const assignmentSettled = (
  lane: LaneDraft,
  { request, outcome }: Extract<EventBody, { type: "assignment_settled" }>,
): void => {
  const { runId, visitId } = request;
  const isOurs = runId === null || visitId === null;
  const run = isOurs ? null : findWaiting(lane, runId, visitId);
  if (run === null && !isOurs) return;
  if (isOurs && !isStillWanted(lane.conversation(request.conversationId)))
    return lane.note(notWaiting);
  lane.assignments.push({ request, outcome, at: lane.world.now });
  const conversation = lane.conversation(request.conversationId);
  if (outcome.kind === "assigned")
    lane.conversations.put(assignedTo(conversation, outcome, lane.world.now));
  // Nobody of the team is free: it stands in the team's queue.
  else if (isOurs && outcome.kind === "nobody_available" && outcome.teamId !== null)
    lane.conversations.put({ ...conversation, teamId: outcome.teamId });
  if (run !== null) deliver(lane, run, { type: "assignment", outcome });
};

/** Lets a run that waits for an assignee ask again. A paused one takes no place from others; it asks when it goes on. */
export const assignmentOffered = (
  lane: LaneDraft,
  body: Extract<EventBody, { type: "assignment_offered" }>,
): void => {
  const run = findWaiting(lane, body.runId, body.visitId);
  if (run === null) return;
  if (run.state === "paused") lane.note(notWaiting);
  else deliver(lane, run, { type: "assignment_offered" });
};

/** What the workspace’s own rules asked for is void once somebody has the conversation. */
const isStillWanted = ({ status, assigneeId }: Conversation): boolean =>
  status === "open" && assigneeId === null;

const assignedTo = (
  conversation: Conversation,
  { memberId, teamId }: Extract<AssignmentOutcome, { kind: "assigned" }>,
  now: Moment,
): Conversation => ({
  ...conversation,
  assigneeId: memberId,
  aiAgentId: null,
  lastAssigneeId: memberId,
  teamId: teamId ?? conversation.teamId,
  lastActivityAt: now,
});

const findWaiting = (lane: LaneDraft, runId: RunId, visitId: VisitId): Run | null => {
  const run = lane.runs.find(runId);
  if (run !== undefined && run.visitId === visitId && run.wait?.for === "assignee") return run;
  lane.note(notWaiting);
  return null;
};

const notWaiting: Problem = {
  code: "run_not_waiting",
  message: "The run no longer waits for an assignee.",
};
