import {
  day,
  type Frequency,
  type Moment,
  type VisitorSession,
  type WorkflowStarts,
} from "#core/domain";
import type { Refusal } from "./refusal.ts";

/** Refuses a workflow that this contact has already had as often as it may. */
export const checkFrequency = (
  frequency: Frequency,
  starts: WorkflowStarts | undefined,
  session: VisitorSession | null,
  now: Moment,
): Refusal | null => {
  if (starts === undefined || starts.count === 0) return null;
  const isUsedUp = (() => {
    switch (frequency.every) {
      case "time":
        return false;
      case "session":
        return session !== null && starts.lastVisitorSessionId === session.id;
      case "days":
        return now - starts.lastAt < frequency.days * day;
      case "contact":
        return true;
    }
  })();
  return isUsedUp
    ? {
        reason: "frequency",
        evidence: {
          every: frequency.every,
          last_started_at: new Date(starts.lastAt).toISOString(),
          starts: starts.count,
        },
      }
    : null;
};
