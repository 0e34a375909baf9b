import type { EventBody, Occurrence } from "#core/domain";
import type { LaneDraft } from "../lane/lane-draft.ts";
import { findOpenConversation } from "../lane/open-conversation.ts";
import { startWorkflows } from "../runs/start-workflows.ts";

/** Asks the workflows about everything the event gave rise to and nobody was asked about yet, in one list. */
export const startOccurred = (lane: LaneDraft): void => {
  const [first] = lane.occurred;
  if (first === undefined) return;
  const conversationId =
    lane.occurred.find((each) => each.conversationId !== null)?.conversationId ?? null;
  startWorkflows(lane, {
    occurrences: lane.takeOccurred(),
    conversation:
      conversationId === null
        ? findOpenConversation(lane, "widget")
        : lane.conversation(conversationId),
    visitorSession: lane.newestSession(),
    takenBy: null,
  });
};

/** Asks the workflows about what a run did; what they start inherits its depth and its budget of steps. */
export const runCaused = (
  lane: LaneDraft,
  body: Extract<EventBody, { type: "run_caused" }>,
): void => {
  const conversation =
    body.conversationId === null ? undefined : lane.conversations.find(body.conversationId);
  startWorkflows(
    lane,
    {
      occurrences: [body.occurrence],
      conversation: conversation ?? lane.newestConversation(),
      visitorSession: lane.newestSession(),
      takenBy: null,
    },
    { depth: body.depth, visitsBefore: body.visitsBefore },
  );
};

/** Asks the workflows about something that came from outside and changes nothing by itself. */
export const tellOutside = (
  lane: LaneDraft,
  body: Extract<
    EventBody,
    { type: "custom_event_tracked" | "webhook_received" | "schedule_fired" }
  >,
): void => {
  lane.occur(toOccurrence(body), findOpenConversation(lane, "widget")?.id ?? null);
};

const toOccurrence = (body: Parameters<typeof tellOutside>[1]): Occurrence => {
  switch (body.type) {
    case "custom_event_tracked":
      return { type: "custom_event", name: body.name, properties: body.properties };
    case "webhook_received":
      return { type: "webhook", workflowId: body.workflowId, payload: body.payload };
    case "schedule_fired":
      return { type: "schedule", workflowId: body.workflowId };
  }
};
