import {
  type Event,
  type EventBody,
  type JsonObject,
  toEventId,
  toMessageId,
  toVisitorSessionId,
} from "#core/domain";
import { aContact, aVisitorSession, aWorkspace, builtAt } from "./records.ts";

/** Builds an event of `aContact`; its seed is its body's type unless told otherwise. */
export const anEvent = (body: EventBody, overrides: Partial<Event> = {}): Event => ({
  id: toEventId("00000000-0000-7000-8000-000000000009"),
  workspaceId: aWorkspace().id,
  contactId: aContact().id,
  seed: body.type,
  happenedAt: builtAt,
  body,
  ...overrides,
});

/** Builds a message of the contact on the widget. */
export const aMessageBody = (
  text: string,
  overrides: Partial<Extract<EventBody, { type: "message_received" }>> = {},
): EventBody => ({
  type: "message_received",
  conversationId: null,
  messageId: toMessageId("00000000-0000-7000-8000-00000000000a"),
  channel: "widget",
  text,
  quickReplyId: null,
  visitorSessionId: null,
  ...overrides,
});

/** Builds what a detector of the page reports. */
export const aDetection = (
  triggerType: string,
  url: string,
  evidence: JsonObject = {},
): EventBody => ({
  type: "detection_made",
  triggerType,
  visitorSessionId: toVisitorSessionId(aVisitorSession().id),
  page: { url, title: "A page", referrer: "" },
  evidence,
});
