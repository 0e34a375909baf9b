import type { AssignmentOutcome, AssignmentRequest } from "./assignment.ts";
import type { Channel } from "./conversation.ts";
import type {
  ContactId,
  ConversationId,
  EventId,
  MemberId,
  MessageId,
  RunId,
  TeamId,
  TimerId,
  VisitId,
  VisitorSessionId,
  WorkflowId,
  WorkspaceId,
} from "./ids.ts";
import type { EditableContactFields, Page, Presence, Verification } from "./people.ts";
import type { JsonObject, Moment } from "./values.ts";

/** What a door stored. Past tense: it has happened, the engine only decides what follows. */
export type EventBody =
  /** The contact wrote. `conversationId` null opens a new conversation (or reopens one, SPEC 4). */
  | {
      readonly type: "message_received";
      readonly conversationId: ConversationId | null;
      readonly messageId: MessageId;
      readonly channel: Channel;
      readonly text: string;
      readonly quickReplyId: string | null;
      readonly visitorSessionId: VisitorSessionId | null;
    }
  /** First news of a browser's stretch of activity, or its newest page. */
  | {
      readonly type: "visitor_seen";
      readonly visitorSessionId: VisitorSessionId;
      readonly page: Page;
      readonly device: "desktop" | "phone" | "tablet" | "unknown";
      readonly language: string | null;
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
      /** "End it and start": cancels the run that has the floor first. */
      readonly endsHolder: boolean;
    }
  | {
      readonly type: "timer_due";
      readonly timerId: TimerId;
      readonly runId: RunId;
      readonly visitId: VisitId;
      readonly name: string;
      readonly dueAt: Moment;
    }
  | {
      readonly type: "member_message_sent";
      readonly conversationId: ConversationId;
      readonly messageId: MessageId;
      readonly memberId: MemberId;
      readonly text: string;
    }
  | {
      readonly type: "note_added";
      readonly conversationId: ConversationId;
      readonly messageId: MessageId;
      readonly memberId: MemberId;
      readonly text: string;
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
      readonly control: "pause" | "continue" | "skip" | "end";
      readonly byMemberId: MemberId | null;
    }
  | {
      readonly type: "contact_updated";
      readonly fields: EditableContactFields;
      /** How far these fields are believed: a member's edit is `claimed`, a JWT's `signed`. */
      readonly verification: Verification;
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
