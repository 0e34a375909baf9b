import { z } from "zod";
import type {
  AiAgentId,
  ContactId,
  ConversationId,
  MemberId,
  MessageId,
  RunId,
  StepId,
  TeamId,
  WorkflowId,
} from "./ids.ts";
import { limits } from "./limits.ts";
import type { Moment } from "./values.ts";

export const channels = ["widget", "email", "api"] as const;
export type Channel = (typeof channels)[number];

/** How soon an answer may be expected on a channel, in seconds: a question that waits less is over before it was read. */
export const expectedReplySeconds: Readonly<Record<Channel, number>> = {
  widget: 60,
  api: 60,
  email: 4 * 60 * 60,
};

export const priorities = ["low", "normal", "high", "urgent"] as const;
export type Priority = (typeof priorities)[number];

export const conversationStatuses = ["open", "closed"] as const;
export type ConversationStatus = (typeof conversationStatuses)[number];

/** Who may speak in a conversation now. Exactly one. */
export type Floor =
  | { readonly holder: "nobody" }
  | { readonly holder: "run"; readonly runId: RunId }
  | { readonly holder: "ai_agent"; readonly aiAgentId: AiAgentId }
  | { readonly holder: "person"; readonly memberId: MemberId };

/** How a contact rated a conversation: the number given and what it was out of, such as `1_to_5`. */
export interface Rating {
  readonly score: number;
  readonly scale: string;
}

export interface Conversation {
  readonly id: ConversationId;
  readonly contactId: ContactId;
  readonly channel: Channel;
  readonly status: ConversationStatus;
  readonly priority: Priority;
  /** A member or an AI agent works on it, never both. */
  readonly assigneeId: MemberId | null;
  readonly aiAgentId: AiAgentId | null;
  readonly teamId: TeamId | null;
  /** The member it was assigned to last, kept when it is unassigned or closed. */
  readonly lastAssigneeId: MemberId | null;
  readonly floor: Floor;
  readonly tags: readonly string[];
  readonly rating: Rating | null;
  /** Open and out of sight until then; null when not snoozed. */
  readonly snoozedUntil: Moment | null;
  /** The closed conversation this one continues, when the contact came back too late to reopen it. */
  readonly linkedConversationId: ConversationId | null;
  /** True until the contact writes: greetings are absent from inbox views, load and reports (SPEC 2). */
  readonly isGreeting: boolean;
  /** Sequence number of the newest message; the next one is one higher, without gaps. */
  readonly lastSequence: number;
  readonly contactReadSequence: number;
  readonly memberReadSequence: number;
  readonly lastContactMessageAt: Moment | null;
  /** The beginning of what the contact wrote last, at most 2,000 characters. */
  readonly lastContactText: string;
  /** Newest public message of anybody but the contact. */
  readonly lastTeamMessageAt: Moment | null;
  /** Since when the contact’s words have no public reply of anybody, a workflow included; null when they have. */
  readonly unansweredSince: Moment | null;
  /** When the workspace’s fallback acted on what is still unanswered; null once a person answers or it closes. */
  readonly fallbackActedAt: Moment | null;
  /** Since when the contact waits for an answer of a person; null when answered. */
  readonly waitingSince: Moment | null;
  readonly openedAt: Moment;
  readonly closedAt: Moment | null;
  /** When anything a person sees last changed: the inbox order. */
  readonly lastActivityAt: Moment;
  /** Newest public text, at most 140 characters. */
  readonly preview: string;
}

export const quickReplySchema = z.strictObject({
  id: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/),
  label: z.string().trim().min(1, "a quick reply needs a label").max(80),
});
export type QuickReply = z.infer<typeof quickReplySchema>;

/** Tells the widget which input fits the answer; null for an ordinary message. A kind it does not know is written as text. */
export const answerInputSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("text") }),
  z.strictObject({ kind: z.literal("email") }),
  z.strictObject({
    kind: z.literal("phone"),
    /** The country of a number without a prefix, by its two letters. */
    default_country: z.string().optional(),
  }),
  z.strictObject({ kind: z.literal("number"), integer: z.boolean().optional() }),
  z.strictObject({
    kind: z.literal("date"),
    /** Bounds as in the question: an ISO date or `today`. */
    min: z.string().optional(),
    max: z.string().optional(),
  }),
  z.strictObject({ kind: z.literal("url") }),
  z.strictObject({ kind: z.literal("rating"), scale: z.string().max(20) }),
  z.strictObject({ kind: z.literal("yes_no") }),
  z.strictObject({
    kind: z.literal("file"),
    max: z.int().min(1),
    /** Kinds of file; left out when every kind will do. */
    kinds: z.array(z.string()).optional(),
  }),
  z.strictObject({ kind: z.literal("single_choice") }),
  z.strictObject({ kind: z.literal("multiple_choice"), min: z.int(), max: z.int() }),
]);
export type AnswerInput = z.infer<typeof answerInputSchema>;

/** A file that was uploaded to us for a message; `content_type` was judged by its content. */
export interface UploadedFile {
  readonly id: string;
  readonly name: string;
  readonly content_type: string;
  readonly bytes: number;
}

export type MessageAuthor =
  | { readonly kind: "contact" }
  | { readonly kind: "member"; readonly memberId: MemberId }
  | {
      readonly kind: "workflow";
      readonly workflowId: WorkflowId;
      readonly runId: RunId;
      readonly stepId: StepId;
    }
  /** Written by a model, as a turn of an AI agent or for a Send Message step of a run. */
  | {
      readonly kind: "ai_agent";
      readonly aiAgentId: AiAgentId | null;
      readonly runId: RunId | null;
      readonly stepId: StepId | null;
    }
  | { readonly kind: "system" };

export const deliveryStates = ["queued", "sent", "delivered", "read", "failed"] as const;
export type DeliveryState = (typeof deliveryStates)[number];

/** A file of a message, by address. */
export const attachmentSchema = z.strictObject({
  name: z.string().trim().min(1).max(200),
  url: z
    .url({ protocol: /^https?$/, error: "an attachment is an http or https address" })
    .max(2_000),
  content_type: z.string().max(100).default("application/octet-stream"),
  bytes: z.int().min(0).nullable().default(null),
});
export type Attachment = z.infer<typeof attachmentSchema>;

/** A file of a message: by address, or uploaded, in which case each reader gets an address of their own. */
export type MessageAttachment = Attachment | UploadedFile;

export interface Message {
  readonly id: MessageId;
  readonly conversationId: ConversationId;
  readonly sequence: number;
  readonly author: MessageAuthor;
  /** Private notes and system lines never reach the contact unless `isPublic`. */
  readonly isPublic: boolean;
  readonly isNote: boolean;
  /** Markdown subset for workflow and member messages, plain for the contact's. */
  readonly text: string;
  readonly quickReplies: readonly QuickReply[];
  /** The quick reply the contact pressed to write this message. */
  readonly quickReplyId: string | null;
  readonly answerInput: AnswerInput | null;
  readonly attachments: readonly MessageAttachment[];
  readonly delivery: DeliveryState;
  readonly sentAt: Moment;
}

export const messageTextSchema = z
  .string()
  .trim()
  .min(1, "write something")
  .max(limits.messageCharacters, `a message has at most ${limits.messageCharacters} characters`);
