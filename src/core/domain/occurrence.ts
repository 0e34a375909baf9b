import type { Channel } from "./conversation.ts";
import type { WorkflowId } from "./ids.ts";
import type { Page } from "./people.ts";
import type { Json, JsonObject } from "./values.ts";

/** Who did something that a workflow may start on. */
export type Doer = "contact" | "member" | "workflow" | "api" | "page";

/**
 * Something that triggers may match, made by the engine from an event: what happened in the words of SPEC 2, without the event's
 * own shape. One event may give several. Those with a `workflowId` concern that workflow alone.
 */
export type Occurrence =
  /** A first message is this only, never also `message_received`; `text` is empty when a member or the API opened it without one. */
  | {
      readonly type: "conversation_opened";
      readonly how: "new" | "reopened";
      readonly by: "contact" | "member" | "api";
      readonly text: string;
      readonly channel: Channel;
    }
  /** The contact wrote in an open conversation and no run was waiting for it. */
  | {
      readonly type: "message_received";
      readonly text: string;
      readonly channel: Channel;
      readonly quickReplyId: string | null;
    }
  /** A detector of the page says so: a hint, checked again by the trigger. */
  | {
      readonly type: "detection";
      readonly triggerType: string;
      readonly page: Page;
      readonly evidence: JsonObject;
      /** Whether the visitor session is the contact's first; null when the session is unknown. */
      readonly isFirstSession: boolean | null;
    }
  | {
      readonly type: "request";
      readonly workflowId: WorkflowId;
      readonly inputs: JsonObject;
      readonly by: "member" | "api" | "page";
    }
  | { readonly type: "conversation_closed"; readonly by: Doer; readonly channel: Channel }
  | { readonly type: "conversation_reopened"; readonly by: Doer; readonly channel: Channel }
  | {
      readonly type: "tag_changed";
      readonly of: "contact" | "conversation";
      readonly tag: string;
      readonly change: "added" | "removed";
    }
  /** `field` is the path a template reads it by, without `contact.`: `email`, `custom.plan`. */
  | {
      readonly type: "field_changed";
      readonly field: string;
      readonly from: Json;
      readonly to: Json;
    }
  | { readonly type: "rating_received"; readonly score: number; readonly scale: string }
  /** The time that this workflow counts has passed since the other side's last public message. */
  | {
      readonly type: "silence";
      readonly side: "customer" | "teammate";
      readonly workflowId: WorkflowId;
    }
  | { readonly type: "custom_event"; readonly name: string; readonly properties: JsonObject }
  | { readonly type: "webhook"; readonly workflowId: WorkflowId; readonly payload: Json }
  | { readonly type: "schedule"; readonly workflowId: WorkflowId };

export type OccurrenceType = Occurrence["type"];

/** Narrows an occurrence to the type a trigger listens to. */
export const isOccurrence = <Type extends OccurrenceType>(
  occurrence: Occurrence,
  type: Type,
): occurrence is Extract<Occurrence, { type: Type }> => occurrence.type === type;
