import type { EventId } from "#core/domain";
import type { Accepted } from "#server/accept";
import { RequestError } from "#server/platform";
import {
  type EventWrite,
  type FirstDelivery,
  type Session,
  loadFirstDeliveries,
} from "#server/store";
import type { Arrival } from "./gathering.ts";

/** What a caller is told once the batch is committed. */
export interface Answer {
  readonly arrival: Arrival;
  readonly answer: Accepted | RequestError;
}

/** Finds, for those that have come before, what came of the first delivery. */
export async function findFirstDeliveries(
  session: Session,
  present: readonly Arrival[],
  isNew: ReadonlySet<EventId>,
): Promise<Map<EventId, FirstDelivery>> {
  const repeats = present.filter(({ event }) => !isNew.has(event.eventId));
  if (repeats.length === 0) return new Map();
  return await loadFirstDeliveries(
    session,
    repeats.map(({ event }) => event),
  );
}

/** The caller named a contact that nobody knows and that it does not make. */
export const refuseMissing = (arrival: Arrival): Answer => ({
  arrival,
  answer: new RequestError(404, "contact_not_found", "There is no such contact"),
});

/** Tells what became of the event: now, or when it came for the first time. */
export function answer(
  arrival: Arrival,
  first: ReadonlyMap<EventId, FirstDelivery>,
  results: ReadonlyMap<EventId, EventWrite>,
): Answer {
  const { eventId } = arrival.event;
  const before = first.get(eventId);
  if (before !== undefined) {
    if (!before.hasSameBody)
      return {
        arrival,
        answer: new RequestError(
          409,
          "source_key_reused",
          "This key was used before for something else",
        ),
      };
    const { problem, conversationId } = before;
    return {
      arrival,
      answer: { state: "repeated", eventId: before.eventId, problem, conversationId },
    };
  }
  const written = results.get(eventId);
  if (written === undefined) throw new Error(`event ${eventId} was claimed and not written`);
  const { state, problem, conversationId } = written;
  const isPending = state === "pending";
  return {
    arrival,
    answer: { state: isPending ? "pending" : "processed", eventId, problem, conversationId },
  };
}
