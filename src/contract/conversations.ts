import {
  answerInputSchema,
  channels,
  conversationStatuses,
  deliveryStates,
  priorities,
  quickReplySchema,
} from "#core/domain";
import { z } from "zod";
import { attachmentIdsSchema, saysSomething, wordsSchema } from "./attachments.ts";
import { momentSchema, pageQuerySchema } from "./pagination.ts";
import { contactSchema } from "./people.ts";
import { runSummarySchema } from "./runs.ts";

const tagSchema = z.string().trim().min(1, "a tag is not empty").max(64);

export const floorSchema = z.discriminatedUnion("holder", [
  z.strictObject({ holder: z.literal("nobody") }),
  z.strictObject({ holder: z.literal("run"), run_id: z.uuid() }),
  z.strictObject({ holder: z.literal("ai_agent"), ai_agent_id: z.uuid() }),
  z.strictObject({ holder: z.literal("person"), member_id: z.uuid() }),
]);

/** Priority and tags, as far as they are named. */
export const changeConversationSchema = z.strictObject({
  priority: z.enum(priorities).optional(),
  add_tags: z.array(tagSchema).max(100).default([]),
  remove_tags: z.array(tagSchema).max(100).default([]),
});
/** A moment ahead puts it out of sight until then; null wakes it. */
export const snoozeConversationSchema = z.strictObject({ until: momentSchema.nullable() });

/** A conversation as lists show it. Greetings never appear here. */
export const conversationSchema = z.strictObject({
  id: z.uuid(),
  contact: z.strictObject({ id: z.uuid(), display_name: z.string(), email: z.string().nullable() }),
  channel: z.enum(channels),
  status: z.enum(conversationStatuses),
  priority: z.enum(priorities),
  assignee_id: z.uuid().nullable(),
  team_id: z.uuid().nullable(),
  tags: z.array(z.string()),
  snoozed_until: momentSchema.nullable(),
  floor: floorSchema,
  last_sequence: z.int(),
  contact_read_sequence: z.int(),
  member_read_sequence: z.int(),
  waiting_since: momentSchema.nullable(),
  opened_at: momentSchema,
  closed_at: momentSchema.nullable(),
  last_activity_at: momentSchema,
  preview: z.string(),
});
export type ConversationBody = z.infer<typeof conversationSchema>;

export const messageAuthorSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("contact") }),
  z.strictObject({ kind: z.literal("member"), member_id: z.uuid(), name: z.string() }),
  z.strictObject({
    kind: z.literal("workflow"),
    workflow_id: z.uuid(),
    workflow_name: z.string(),
    run_id: z.uuid(),
    step_id: z.string(),
  }),
  /** Written by a model; shown as such everywhere. */
  z.strictObject({ kind: z.literal("ai_agent"), name: z.string() }),
  z.strictObject({ kind: z.literal("system") }),
]);

/** One message. `sequence` has no gaps in its conversation for members; contacts see only public ones. */
export const messageSchema = z.strictObject({
  id: z.uuid(),
  conversation_id: z.uuid(),
  sequence: z.int(),
  author: messageAuthorSchema,
  is_public: z.boolean(),
  is_note: z.boolean(),
  text: z.string(),
  quick_replies: z.array(quickReplySchema),
  quick_reply_id: z.string().nullable(),
  answer_input: answerInputSchema.nullable(),
  /** Files by address, which for an uploaded one begins with a slash and is the reader's own; left out when there are none. */
  attachments: z
    .array(
      z.strictObject({
        name: z.string(),
        url: z.string(),
        content_type: z.string(),
        bytes: z.int().nullable(),
      }),
    )
    .optional(),
  delivery: z.enum(deliveryStates),
  sent_at: momentSchema,
});
export type MessageBody = z.infer<typeof messageSchema>;

export const inboxViews = ["mine", "unassigned", "all", "closed"] as const;
export const conversationQuerySchema = pageQuerySchema.extend({
  view: z.enum(inboxViews).default("all"),
  team_id: z.uuid().optional(),
  contact_id: z.uuid().optional(),
});
/** How many conversations stand in each view, for the sidebar. */
export const viewCountsSchema = z.strictObject({
  mine: z.int(),
  unassigned: z.int(),
  all: z.int(),
});

export const conversationDetailSchema = z.strictObject({
  conversation: conversationSchema,
  contact: contactSchema,
  /** The visitor's newest page, when one is known. */
  visitor: z
    .strictObject({
      page_url: z.string(),
      page_title: z.string(),
      device: z.string(),
      last_seen_at: momentSchema,
      is_connected: z.boolean(),
    })
    .nullable(),
  runs: z.array(runSummarySchema),
  /** Why the assignee was chosen, when a workflow chose. */
  assignment: z
    .strictObject({
      run_id: z.uuid(),
      policy: z.string(),
      at: momentSchema,
      candidates: z.array(
        z.strictObject({
          member_id: z.uuid(),
          name: z.string(),
          open_count: z.int(),
          passed_over: z.string().nullable(),
        }),
      ),
    })
    .nullable(),
});
export type ConversationDetailBody = z.infer<typeof conversationDetailSchema>;

/** `after` and `before` are sequence numbers, exclusive; messages come oldest first. */
export const messageQuerySchema = z.strictObject({
  after: z.coerce.number().int().min(0).optional(),
  before: z.coerce.number().int().min(1).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(100),
});
export const messageListSchema = z.strictObject({
  items: z.array(messageSchema),
  has_more: z.boolean(),
});

/** `id` is made by the sender: the same id again changes nothing and gets the same answer. */
export const sendMessageSchema = z
  .strictObject({
    id: z.uuid(),
    text: wordsSchema,
    attachment_ids: attachmentIdsSchema,
  })
  .refine(...saysSomething);
export const assignConversationSchema = z.strictObject({
  member_id: z.uuid().nullable(),
  team_id: z.uuid().nullable(),
});
export const readConversationSchema = z.strictObject({ sequence: z.int().min(0) });
