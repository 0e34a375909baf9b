import { z } from "zod";
import { conversationSchema, messageSchema } from "./conversations.ts";
import { memberSchema } from "./people.ts";
import { runSummarySchema } from "./runs.ts";
import { visitorConversationSchema, visitorMessageSchema } from "./widget.ts";

/** Frames a signed-in browser may send on /api/v1/socket (cookie login, same origin). */
export const inboxClientFrameSchema = z.discriminatedUnion("type", [
  /** First frame, and again after each reconnect. `cursor` is the newest one received, null the first time: the server sends every conversation changed since. */
  z.strictObject({ type: z.literal("resume"), cursor: z.string().max(40).nullable() }),
  /** Messages of this conversation are wanted, those after `after_sequence` at once; null stops. */
  z.strictObject({
    type: z.literal("watch"),
    conversation_id: z.uuid().nullable(),
    after_sequence: z.int().min(0),
  }),
  z.strictObject({ type: z.literal("typing"), conversation_id: z.uuid() }),
  /** The draft of this workflow is open in this tab with these cards selected; null when none is. Sent again at each change and after each reconnect. */
  z.strictObject({
    type: z.literal("edit_draft"),
    workflow_id: z.uuid().nullable(),
    selected: z.array(z.string().max(64)).max(100),
  }),
  z.strictObject({ type: z.literal("pong") }),
]);
export type InboxClientFrame = z.infer<typeof inboxClientFrameSchema>;

/** One tab that has a draft open; a member may have several. */
const draftEditorSchema = z.strictObject({
  tab_id: z.string(),
  member_id: z.uuid(),
  name: z.string(),
  selected: z.array(z.string()),
});
export type DraftEditorBody = z.infer<typeof draftEditorSchema>;

/** Frames the server sends to the inbox. Losing any is harmless: `resume` and `watch` catch up. */
export const inboxServerFrameSchema = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("resumed"), cursor: z.string() }),
  z.strictObject({
    type: z.literal("conversation_changed"),
    conversation: conversationSchema,
    cursor: z.string(),
  }),
  z.strictObject({ type: z.literal("message_added"), message: messageSchema }),
  z.strictObject({ type: z.literal("run_changed"), run: runSummarySchema }),
  z.strictObject({ type: z.literal("member_changed"), member: memberSchema }),
  z.strictObject({
    type: z.literal("typing"),
    conversation_id: z.uuid(),
    by: z.enum(["contact", "member"]),
    name: z.string().nullable(),
  }),
  z.strictObject({
    type: z.literal("visitor_connection"),
    contact_id: z.uuid(),
    is_connected: z.boolean(),
  }),
  /** The other tabs that have this draft open, of this member as well; sent to each tab that has it open. */
  z.strictObject({
    type: z.literal("draft_editors"),
    workflow_id: z.uuid(),
    editors: z.array(draftEditorSchema),
  }),
  /** Somebody saved the draft that this tab has open, perhaps this very tab: `revision` tells. */
  z.strictObject({
    type: z.literal("draft_saved"),
    workflow_id: z.uuid(),
    revision: z.int(),
    by: z.string(),
    /** Null for an API key. */
    member_id: z.uuid().nullable(),
  }),
  z.strictObject({ type: z.literal("workflow_deleted"), workflow_id: z.uuid(), by: z.string() }),
  z.strictObject({ type: z.literal("ping") }),
  /** The server cannot reach its database; the page says so and waits. */
  z.strictObject({
    type: z.literal("service_state"),
    state: z.enum(["ok", "database_unreachable"]),
  }),
]);
export type InboxServerFrame = z.infer<typeof inboxServerFrameSchema>;

/** Frames the chat may send on /widget/v1/socket. The first must be `hello`, within 5 s. */
export const visitorClientFrameSchema = z.discriminatedUnion("type", [
  /** `after` per conversation: the newest sequence held, so that only what was missed is sent. */
  z.strictObject({
    type: z.literal("hello"),
    visitor_token: z.string().max(200),
    after: z.record(z.uuid(), z.int().min(0)),
  }),
  z.strictObject({ type: z.literal("typing"), conversation_id: z.uuid() }),
  z.strictObject({
    type: z.literal("page"),
    visitor_session_id: z.uuid(),
    url: z.string().max(2_000),
    title: z.string().max(300),
  }),
  z.strictObject({ type: z.literal("pong") }),
  /** Is the socket alive? Answered with `pong`. */
  z.strictObject({ type: z.literal("ping") }),
]);
export type VisitorClientFrame = z.infer<typeof visitorClientFrameSchema>;

export const visitorServerFrameSchema = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("ready") }),
  z.strictObject({ type: z.literal("message_added"), message: visitorMessageSchema }),
  z.strictObject({
    type: z.literal("conversation_changed"),
    conversation: visitorConversationSchema,
  }),
  z.strictObject({
    type: z.literal("typing"),
    conversation_id: z.uuid(),
    name: z.string().nullable(),
  }),
  z.strictObject({ type: z.literal("ping") }),
  z.strictObject({ type: z.literal("pong") }),
]);
export type VisitorServerFrame = z.infer<typeof visitorServerFrameSchema>;
