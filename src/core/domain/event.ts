import type { AssignmentOutcome, AssignmentRequest } from "./assignment.ts";
import type { CallOutcome } from "./call.ts";
import type { Channel, DeliveryState, Priority, UploadedFile } from "./conversation.ts";
import type {
  AiAgentId,
  CallId,
  ContactId,
  ConversationId,
  EventId,
  MemberId,
  MessageId,
  RunId,
  TeamId,
  TimerId,
  VersionId,
  VisitId,
  VisitorSessionId,
  WorkflowId,
  WorkspaceId,
} from "./ids.ts";
import type { Occurrence } from "./occurrence.ts";
import type { EditableContactFields, Page, Presence, Verification } from "./people.ts";
import type { AiAgentOutcome } from "./run.ts";
import type { JsonObject, Moment } from "./values.ts";

/** What a door stored. Past tense: it has happened, the engine only decides what follows. */
export type EventBody =
  /** The contact wrote. `conversationId` null opens a new conversation (or reopens one, SPEC 4). */
  | {
      readonly type: "message_received";
      readonly conversationId: ConversationId | null;
      readonly messageId: MessageId;
      readonly channel: Channel;
      /** Empty only with attachments. */
      readonly text: string;
      readonly attachments?: readonly UploadedFile[];
      readonly quickReplyId: string | null;
      readonly visitorSessionId: VisitorSessionId | null;
      /** Chosen in the widget’s menu; a phrase of the workspace’s list counts as well. */
      readonly asksForPerson?: boolean;
      /** The contact wants a new conversation even beside an open one. */
      readonly startsConversation?: boolean;
    }
  /** First news of a browser's stretch of activity, or its newest page. */
  | {
      readonly type: "visitor_seen";
      readonly visitorSessionId: VisitorSessionId;
      readonly page: Page;
      readonly device: "desktop" | "phone" | "tablet" | "unknown";
      readonly language: string | null;
      /** The language the page itself is in, which counts before the browser’s. */
      readonly pageLanguage?: string | null;
      /** How long before this news the session began in the browser; absent: not at all. */
      readonly arrivedMsAgo?: number;
    }
  /** A detector in the page concluded something; a hint, checked again by its trigger. */
  | {
      readonly type: "detection_made";
      readonly triggerType: string;
      readonly visitorSessionId: VisitorSessionId;
      readonly page: Page;
      readonly evidence: JsonObject;
    }
  /** A member, the API or the page asked for one workflow by name. */
  | {
      readonly type: "workflow_requested";
      readonly workflowId: WorkflowId;
      readonly conversationId: ConversationId | null;
      readonly inputs: JsonObject;
      readonly byMemberId: MemberId | null;
      /** Asked for by the page: its inputs are then untrusted, and the workflow must allow it. */
      readonly isFromPage?: boolean;
      /** "End it and start": cancels the run that has the floor first. */
      readonly endsHolder: boolean;
    }
  | {
      readonly type: "timer_due";
      readonly timerId: TimerId;
      readonly runId: RunId | null;
      readonly visitId: VisitId | null;
      readonly conversationId?: ConversationId | null;
      readonly name: string;
      readonly dueAt: Moment;
    }
  | {
      readonly type: "member_message_sent";
      readonly conversationId: ConversationId;
      readonly messageId: MessageId;
      readonly memberId: MemberId;
      readonly text: string;
      readonly attachments?: readonly UploadedFile[];
    }
  | {
      readonly type: "note_added";
      readonly conversationId: ConversationId;
      readonly messageId: MessageId;
      readonly memberId: MemberId;
      readonly text: string;
      readonly attachments?: readonly UploadedFile[];
    }
  /** A person chose assignee and team by hand; null empties that place. */
  | {
      readonly type: "conversation_assigned";
      readonly conversationId: ConversationId;
      readonly memberId: MemberId | null;
      readonly teamId: TeamId | null;
      readonly byMemberId: MemberId | null;
    }
  | {
      readonly type: "conversation_closed";
      readonly conversationId: ConversationId;
      readonly byMemberId: MemberId | null;
    }
  | {
      readonly type: "conversation_reopened";
      readonly conversationId: ConversationId;
      readonly byMemberId: MemberId | null;
    }
  | {
      readonly type: "run_controlled";
      readonly runId: RunId;
      /** `ask_again` continues a paused question by asking it again, which costs no retry. */
      readonly control: "pause" | "continue" | "ask_again" | "skip" | "end";
      readonly byMemberId: MemberId | null;
    }
  | {
      readonly type: "contact_updated";
      readonly fields: EditableContactFields;
      /** How far these fields are believed: a member's edit is `claimed`, a JWT's `signed`. */
      readonly verification: Verification;
      /** The site's own name for the contact, from a signed identity. */
      readonly externalId?: string;
      /** A member's word on whether the contact only tries things out. */
      readonly isTest?: boolean;
      readonly byMemberId: MemberId | null;
    }
  /** The contact or the team has seen all messages up to and including `sequence`. */
  | {
      readonly type: "messages_read";
      readonly conversationId: ConversationId;
      readonly by: "contact" | "member";
      readonly sequence: number;
    }
  /** The runner's answer to a `request_assignment` effect, in the same transaction. */
  | {
      readonly type: "assignment_settled";
      readonly request: AssignmentRequest;
      readonly outcome: AssignmentOutcome;
    }
  /** Somebody came online or fell below a limit: the oldest wait for an assignee asks again. */
  | {
      readonly type: "assignment_offered";
      readonly runId: RunId;
      readonly visitId: VisitId;
      readonly conversationId: ConversationId;
      /** Where the place is, to pass it on when the run wants none any more; both null: anywhere in the workspace. */
      readonly place?: { readonly teamId: TeamId | null; readonly memberId: MemberId | null };
    }
  /** A run did what workflows may start on; follows the event that moved the run, in the same transaction. */
  | {
      readonly type: "run_caused";
      readonly occurrence: Occurrence;
      readonly conversationId: ConversationId | null;
      readonly runId: RunId;
      /** What the started runs inherit: a ring of workflows ends as "runaway". */
      readonly depth: number;
      readonly visitsBefore: number;
    }
  /** What a call effect came to. */
  | {
      readonly type: "call_finished";
      readonly callId: CallId;
      readonly key: string;
      readonly runId: RunId | null;
      readonly visitId: VisitId | null;
      readonly outcome: CallOutcome;
    }
  /** What a channel says about a message that was on its way. */
  | {
      readonly type: "delivery_reported";
      readonly conversationId: ConversationId;
      readonly messageId: MessageId;
      readonly delivery: DeliveryState;
      readonly reason: string | null;
    }
  /** A member or the API opened a conversation by writing first. */
  | {
      readonly type: "conversation_started";
      readonly messageId: MessageId;
      readonly channel: Channel;
      readonly text: string;
      readonly memberId: MemberId | null;
    }
  | {
      readonly type: "conversation_snoozed";
      readonly conversationId: ConversationId;
      /** Null wakes it. */
      readonly until: Moment | null;
      readonly byMemberId: MemberId | null;
    }
  | {
      readonly type: "conversation_changed";
      readonly conversationId: ConversationId;
      readonly priority?: Priority;
      readonly addTags?: readonly string[];
      readonly removeTags?: readonly string[];
      readonly byMemberId: MemberId | null;
    }
  /** A member is writing: a run’s next message waits until 60 s after the last key. */
  | {
      readonly type: "member_typed";
      readonly conversationId: ConversationId;
      readonly memberId: MemberId;
    }
  /** A failed run is taken up again from its failed step, as a new run. */
  | {
      readonly type: "run_retried";
      readonly runId: RunId;
      readonly byMemberId: MemberId | null;
      /** A person’s yes to making a call again whose outcome is unknown. */
      readonly confirmsUnknown: boolean;
    }
  /** The publish plan for a run in progress: to the same step of another version, or to its end. */
  | {
      readonly type: "run_moved";
      readonly runId: RunId;
      readonly toVersionId: VersionId | null;
      readonly byMemberId: MemberId | null;
    }
  | {
      readonly type: "ai_agent_finished";
      readonly conversationId: ConversationId;
      readonly aiAgentId: AiAgentId;
      readonly outcome: AiAgentOutcome;
      readonly summary: string;
    }
  /** The page showed a proactive workflow’s greeting, or the visitor dismissed it. */
  | {
      readonly type: "greeting_shown";
      readonly workflowId: WorkflowId;
      readonly visitorSessionId: VisitorSessionId | null;
    }
  | {
      readonly type: "greeting_dismissed";
      readonly workflowId: WorkflowId;
      readonly visitorSessionId: VisitorSessionId | null;
    }
  /** The page or the API tracked something of its own. */
  | {
      readonly type: "custom_event_tracked";
      readonly name: string;
      readonly properties: JsonObject;
      readonly visitorSessionId: VisitorSessionId | null;
    }
  /** Somebody’s server called the address of an Incoming webhook trigger; the door found the contact. */
  | {
      readonly type: "webhook_received";
      readonly workflowId: WorkflowId;
      readonly payload: JsonObject;
    }
  /** The moment of a Schedule trigger came; one event for each contact of its audience. */
  | {
      readonly type: "schedule_fired";
      readonly workflowId: WorkflowId;
      readonly dueAt: Moment;
    }
  /** Workspace lane: a member's presence changed. */
  | { readonly type: "presence_changed"; readonly memberId: MemberId; readonly presence: Presence };

export type EventType = EventBody["type"];

/** One stored fact in one lane. Ids and dice of everything that follows come from `seed`. */
export interface Event {
  readonly id: EventId;
  readonly workspaceId: WorkspaceId;
  /** The lane: a contact, or null for the workspace's own lane. */
  readonly contactId: ContactId | null;
  readonly seed: string;
  readonly happenedAt: Moment;
  readonly body: EventBody;
}
