import { setTimeout as sleep } from "node:timers/promises";
import type { Accepted, NewEvent } from "#server/accept";
import { findEventState } from "#server/store";
import { conflict } from "./refusals.ts";
import type { Tools } from "./tools.ts";

const LONGEST_WAIT_MS = 2_000; // what a caller waits for its result before it gets 202
const PAUSE_MS = 40;

/**
 * Accepts an event and waits, up to two seconds, until it is handled.
 * @throws RequestError 409 with the problem's message when it was handled and could not be applied as meant.
 */
export async function acceptAndWait(
  tools: Tools,
  event: NewEvent,
  refusal: "refused" | "start_refused" | "retry_refused" = "refused",
): Promise<Accepted> {
  let accepted = await tools.accept(event);
  const until = performance.now() + LONGEST_WAIT_MS;
  while (accepted.state === "pending" && performance.now() < until) {
    await sleep(PAUSE_MS);
    const now = await findEventState(tools.store, event.workspaceId, accepted.eventId);
    if (now === undefined || now.state === "pending") continue;
    accepted = {
      state: "processed",
      eventId: accepted.eventId,
      problem: now.problem,
      conversationId: now.conversation_id,
    };
  }
  if (accepted.problem !== null) throw conflict(refusal, accepted.problem.message);
  return accepted;
}
