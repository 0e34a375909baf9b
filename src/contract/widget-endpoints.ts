import { messageQuerySchema, readConversationSchema } from "./conversations.ts";
import type { Endpoint } from "./endpoints.ts";
import {
  identifiedSchema,
  identifySchema,
  startedWorkflowSchema,
  startWorkflowSchema,
  trackVisitorEventSchema,
  updatedVisitorSchema,
  updateVisitorSchema,
} from "./widget-identity.ts";
import {
  leaveEmailSchema,
  reportDetectionsSchema,
  reportGreetingSchema,
  sendVisitorMessageSchema,
  sentVisitorMessageSchema,
  startedVisitSchema,
  startVisitSchema,
  visitorConversationsSchema,
  visitorMessagesSchema,
  visitorTypingSchema,
  widgetConfigQuerySchema,
  widgetInspectionQuerySchema,
  widgetInspectionSchema,
  widgetConfigSchema,
} from "./widget.ts";

/** Every address of the widget under /widget/v1, open to every origin; no cookies, `Authorization: Bearer` visitor token after the visit has started. */
export const widgetEndpoints = {
  getConfig: {
    method: "GET",
    path: "/config",
    query: widgetConfigQuerySchema,
    answer: widgetConfigSchema,
  },
  /** For whoever holds a signed link of the team's. */
  getInspection: {
    method: "GET",
    path: "/inspection",
    query: widgetInspectionQuerySchema,
    answer: widgetInspectionSchema,
  },
  /** The one call that may come without a token; with one, the same browser starts a new session. */
  startVisit: {
    method: "POST",
    path: "/visits",
    body: startVisitSchema,
    answer: startedVisitSchema,
  },
  reportDetections: {
    method: "POST",
    path: "/detections",
    body: reportDetectionsSchema,
    answer: null,
  },
  listConversations: { method: "GET", path: "/conversations", answer: visitorConversationsSchema },
  listMessages: {
    method: "GET",
    path: "/conversations/:conversation_id/messages",
    query: messageQuerySchema,
    answer: visitorMessagesSchema,
  },
  sendMessage: {
    method: "POST",
    path: "/messages",
    body: sendVisitorMessageSchema,
    answer: sentVisitorMessageSchema,
  },
  readConversation: {
    method: "POST",
    path: "/conversations/:conversation_id/read",
    body: readConversationSchema,
    answer: null,
  },
  reportGreeting: { method: "POST", path: "/greetings", body: reportGreetingSchema, answer: null },
  leaveEmail: { method: "POST", path: "/email", body: leaveEmailSchema, answer: null },
  reportTyping: { method: "POST", path: "/typing", body: visitorTypingSchema, answer: null },
  identify: { method: "POST", path: "/identify", body: identifySchema, answer: identifiedSchema },
  updateVisitor: {
    method: "POST",
    path: "/update",
    body: updateVisitorSchema,
    answer: updatedVisitorSchema,
  },
  trackVisitorEvent: {
    method: "POST",
    path: "/track",
    body: trackVisitorEventSchema,
    answer: null,
  },
  startWorkflow: {
    method: "POST",
    path: "/start-workflow",
    body: startWorkflowSchema,
    answer: startedWorkflowSchema,
  },
  /** The token is worth nothing from then on: for `shutdown`, at sign-out and on shared computers. */
  signOut: { method: "POST", path: "/sign-out", answer: null },
} as const satisfies Record<string, Endpoint>;
