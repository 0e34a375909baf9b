import type { Conversation } from "./conversation.ts";
import type { ConversationId, MemberId, RunId, TeamId, VisitId } from "./ids.ts";
import type { JsonObject } from "./values.ts";

export type AssignmentTarget =
  | { readonly kind: "member"; readonly memberId: MemberId }
  | { readonly kind: "team"; readonly teamId: TeamId }
  /** Every member of the workspace. */
  | { readonly kind: "workspace" };

/** A wish that needs the latest truth about members; settled by the runner under their locks. */
export interface AssignmentRequest {
  /** run + visit + number: a repeat is the same request. */
  readonly key: string;
  /** The run and visit that wait for the answer; null when the workspace’s own rules ask (fallback, reopening). */
  readonly runId: RunId | null;
  readonly visitId: VisitId | null;
  readonly conversationId: ConversationId;
  readonly target: AssignmentTarget;
  readonly policy: "round_robin" | "least_open";
  readonly onlineOnly: boolean;
  /** At most this many open conversations per member; null for no limit. */
  readonly openLimit: number | null;
}

/** What the runner knows of one candidate while it holds the member's lock. */
export interface AssignmentCandidate {
  readonly memberId: MemberId;
  readonly isOnline: boolean;
  readonly openCount: number;
}

/** Why this member: every candidate, and for each one passed over the reason. */
export interface AssignmentExplanation {
  readonly policy: "direct" | "round_robin" | "least_open";
  readonly candidates: readonly {
    readonly memberId: MemberId;
    readonly openCount: number;
    readonly passedOver: "offline" | "at_limit" | "not_their_turn" | "more_open" | null;
  }[];
}

export type AssignmentOutcome =
  | {
      readonly kind: "assigned";
      readonly memberId: MemberId;
      readonly teamId: TeamId | null;
      readonly explanation: AssignmentExplanation;
    }
  | {
      readonly kind: "nobody_available";
      readonly teamId: TeamId | null;
      readonly explanation: AssignmentExplanation;
    }
  | { readonly kind: "target_gone"; readonly details: JsonObject };

/**
 * The member among whose open conversations this one counts: its assignee, while it is open, not snoozed and no mere greeting.
 * Null when it counts for nobody.
 */
export const countsFor = (conversation: Conversation | undefined): MemberId | null =>
  conversation === undefined ||
  conversation.status !== "open" ||
  conversation.snoozedUntil !== null ||
  conversation.isGreeting
    ? null
    : conversation.assigneeId;
