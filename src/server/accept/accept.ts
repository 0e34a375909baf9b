import { createHash } from "node:crypto";
import {
  type ContactId,
  type ConversationId,
  type EventBody,
  type EventId,
  type Problem,
  type WorkspaceId,
  toEventId,
} from "#core/domain";
import { RequestError, newSeed, newUuid } from "#server/platform";

/** Something a door was told, checked and translated by that door. */
export interface NewEvent {
  readonly workspaceId: WorkspaceId;
  /** The lane: a contact, or null for the workspace's own lane. */
  readonly contactId: ContactId | null;
  /** Which door, such as `widget`, `api` or `timer`: source keys are unique per door. */
  readonly door: string;
  /** The sender's own name for this fact: the same key again changes nothing. */
  readonly sourceKey: string;
  readonly body: EventBody;
  /** A contact that is not known yet is made with this event instead of being refused. */
  readonly createsContact: boolean;
}

export interface Accepted {
  /** `pending`: stored and acknowledged, to be processed soon. `repeated`: told before, nothing changed. */
  readonly state: "processed" | "pending" | "repeated";
  readonly eventId: EventId;
  /** Why the event could not be applied as meant; null while pending. */
  readonly problem: Problem | null;
  /** The conversation the event belongs to or opened. */
  readonly conversationId: ConversationId | null;
}

/**
 * Takes an event in: resolves only after it is committed, in the order of calls per lane.
 * @throws RequestError `source_key_reused` when the key came before with another body, `contact_not_found`, `event_not_storable`.
 * @throws OutsideError `database_unreachable`: not acknowledged, to be sent again with the same key.
 */
export type Accept = (event: NewEvent) => Promise<Accepted>;

/** A checked event with the id and the seed it will be stored under. */
export interface CheckedEvent extends NewEvent {
  readonly eventId: EventId;
  /** Ids and dice of everything that follows come from here. */
  readonly seed: string;
  /** SHA-256 of the body in hex. */
  readonly bodyHash: string;
}

/** Makes the one way in; `submit` stores, processes and commits. */
export function createAccept(submit: (event: CheckedEvent) => Promise<Accepted>): Accept {
  // async, so that a refusal is a rejection and never a throw
  return async (event) => await submit(checkEvent(event));
}

const LONGEST_KEY = 300;
const LARGEST_BODY = 256 * 1024;
// NUL and half a surrogate pair have no place in PostgreSQL's text; an even number of backslashes before is the writer's own
const NOT_STORABLE = /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f][0-9a-f]{2})/i;

/** Gives an event its id, seed and body hash, and refuses what cannot be stored. */
export function checkEvent(event: NewEvent): CheckedEvent {
  const body = JSON.stringify(event.body);
  if (event.sourceKey.length > LONGEST_KEY || NOT_STORABLE.test(JSON.stringify(event.sourceKey)))
    throw notStorable(`A source key has at most ${LONGEST_KEY} characters and no NUL`);
  if (Buffer.byteLength(body) > LARGEST_BODY)
    throw notStorable(`An event has at most ${LARGEST_BODY / 1024} kB`);
  if (NOT_STORABLE.test(body))
    throw notStorable("The text has a NUL character or half a surrogate pair in it");
  return {
    ...event,
    eventId: toEventId(newUuid()),
    seed: newSeed(),
    bodyHash: createHash("sha256").update(body).digest("hex"),
  };
}

const notStorable = (message: string) => new RequestError(422, "event_not_storable", message);
