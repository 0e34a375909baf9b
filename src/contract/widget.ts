import { jsonSchema, pageSchema, widgetSettingsSchema } from "#core/domain";
import { z } from "zod";
import { attachmentIdsSchema, saysSomething, wordsSchema } from "./attachments.ts";
import { messageSchema } from "./conversations.ts";

/** What the sensor is told before anybody did anything; cacheable, holds no personal data. */
export const widgetConfigSchema = z.strictObject({
  workspace_name: z.string(),
  language: z.string(),
  /** One row per armed trigger: its type and the flat config its detector needs. */
  armed: z.array(
    z.strictObject({ trigger_type: z.string(), config: z.record(z.string(), jsonSchema) }),
  ),
  theme: widgetSettingsSchema.shape.theme.extend({
    /**
     * Below the server's address; null: none. Fetched and drawn on a canvas it needs only `connect-src` of the page's policy;
     * as an image it needs `img-src`.
     */
    logo_path: z.string().nullable(),
  }),
  texts: widgetSettingsSchema.shape.texts,
  language_choice: widgetSettingsSchema.shape.language,
  privacy: widgetSettingsSchema.shape.privacy,
  identity: widgetSettingsSchema.shape.identity,
  attachments: widgetSettingsSchema.shape.attachments,
});
export type WidgetConfigBody = z.infer<typeof widgetConfigSchema>;

/** What the signal inspector is told: who waits for each armed trigger. */
export const widgetInspectionSchema = z.strictObject({
  armed: z.array(
    z.strictObject({
      trigger_type: z.string(),
      config: z.record(z.string(), jsonSchema),
      /** Names of the published workflows. */
      workflows: z.array(z.string()),
    }),
  ),
});
export type WidgetInspectionBody = z.infer<typeof widgetInspectionSchema>;
export const widgetInspectionQuerySchema = z.strictObject({
  key: z.string().max(64),
  token: z.string().max(100),
});

export const deviceSchema = z.enum(["desktop", "phone", "tablet", "unknown"]);

/** First call of a browser: makes the anonymous contact and visitor session. With a token it opens a new session of the known one. */
export const startVisitSchema = z.strictObject({
  key: z.string().max(64),
  /** Made by the browser: the same id again is the same session. */
  visitor_session_id: z.uuid(),
  page: pageSchema,
  device: deviceSchema,
  language: z.string().max(35).nullable(),
  /** How long ago the session began in the browser: nothing is told before the first trigger fires or the chat opens. */
  arrived_ms_ago: z.int().min(0).max(86_400_000).default(0),
});
export const startedVisitSchema = z.strictObject({
  /** Bearer of every later call of this browser; at least 128 bits, bound to contact and workspace. */
  visitor_token: z.string(),
  contact_id: z.uuid(),
  visitor_session_id: z.uuid(),
});
export type StartedVisitBody = z.infer<typeof startedVisitSchema>;

/** "This trigger fired": a hint with its evidence. The same id again changes nothing. */
export const detectionSchema = z.strictObject({
  id: z.uuid(),
  trigger_type: z.string().max(64),
  visitor_session_id: z.uuid(),
  page: pageSchema,
  evidence: z.record(z.string().max(64), jsonSchema),
});
export const reportDetectionsSchema = z.strictObject({
  detections: z.array(detectionSchema).min(1).max(20),
});

/** What became of a workflow's message that came unasked: it counts towards the attention budget when shown. */
export const reportGreetingSchema = z.strictObject({
  message_id: z.uuid(),
  action: z.enum(["shown", "dismissed"]),
  visitor_session_id: z.uuid(),
});

/** `conversation_id` null: the open conversation, or a new one. */
export const sendVisitorMessageSchema = z
  .strictObject({
    id: z.uuid(),
    conversation_id: z.uuid().nullable(),
    /** With `conversation_id` null: a new one even beside an open one. */
    starts_conversation: z.boolean().default(false),
    /** Pressed "Talk to a person": understood before any answer is judged. */
    asks_for_person: z.boolean().default(false),
    text: wordsSchema,
    attachment_ids: attachmentIdsSchema,
    quick_reply_id: z.string().max(64).nullable(),
    visitor_session_id: z.uuid(),
  })
  .refine(...saysSomething);

/** A message as the contact sees it: no notes, no ids of members or workflows. */
export const visitorMessageSchema = messageSchema
  .omit({ author: true, is_public: true, is_note: true })
  .extend({
    author: z.strictObject({
      kind: z.enum(["contact", "member", "workflow", "ai_agent"]),
      name: z.string().nullable(),
    }),
  });
export type VisitorMessageBody = z.infer<typeof visitorMessageSchema>;

export const visitorConversationSchema = z.strictObject({
  id: z.uuid(),
  status: z.enum(["open", "closed"]),
  last_sequence: z.int(),
  contact_read_sequence: z.int(),
  member_read_sequence: z.int(),
  /** First name of the assignee, for "who answers". */
  assignee_name: z.string().nullable(),
  /** A workflow or an AI agent has the floor: a person may be asked for. */
  is_automated: z.boolean(),
  /** Public messages of others that the contact has not seen; counted up to 100. */
  unread_count: z.int(),
  last_activity_at: z.string(),
  preview: z.string(),
});
export type VisitorConversationBody = z.infer<typeof visitorConversationSchema>;

/** Who answers, and when: what a visitor may know of the team. */
export const answeringSchema = z.strictObject({
  /** The workspace's hours, where it has any, are open and a member is online. */
  is_online: z.boolean(),
  /** When the hours open again; null while they are open, or without hours. */
  next_open: z.iso.datetime().nullable(),
  /** The contact can be reached by mail. */
  has_email: z.boolean(),
});
export type AnsweringBody = z.infer<typeof answeringSchema>;

export const visitorConversationsSchema = z.strictObject({
  items: z.array(visitorConversationSchema),
  answering: answeringSchema,
});
/** The address to which the team may answer when the visitor is gone; kept as claimed, never over a proven one. */
export const leaveEmailSchema = z.strictObject({
  email: z.email("write an address like ada@example.com").max(320),
});
export const visitorMessagesSchema = z.strictObject({
  items: z.array(visitorMessageSchema),
  has_more: z.boolean(),
  conversation: visitorConversationSchema,
});
/** 200 when processed, 202 when stored and still pending. */
export const sentVisitorMessageSchema = z.strictObject({
  conversation_id: z.uuid().nullable(),
  message: visitorMessageSchema.nullable(),
});
/** The contact types in this conversation; told to the inbox, stored nowhere. */
export const visitorTypingSchema = z.strictObject({ conversation_id: z.uuid() });
export const widgetConfigQuerySchema = z.strictObject({ key: z.string().max(64) });
