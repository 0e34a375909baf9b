import type { RunSummaryBody } from "#contract";

const waits: Readonly<Record<NonNullable<RunSummaryBody["waiting_for"]>, string>> = {
  reply: "a reply",
  confirmation: "a confirmation",
  time: "the time to pass",
  assignee: "somebody to be free",
  action: "an action to finish",
  delivery: "delivery",
  ai_agent: "the AI agent",
  child: "another workflow",
  floor: "its turn to speak",
};

/** Says what a parked run waits for: "a reply". */
export const waitWords = (kind: RunSummaryBody["waiting_for"]): string =>
  kind === null ? "something" : waits[kind];

const states: Readonly<Record<RunSummaryBody["state"], string>> = {
  running: "Running",
  waiting: "Waiting",
  paused: "Paused",
  completed: "Completed",
  failed: "Failed",
  cancelled: "Ended early",
  expired: "Expired",
};

/** Says a run's state in a word or two. */
export const runStateWords = (state: RunSummaryBody["state"]): string => states[state];

/** Says how long something took: "12 s", "3 min", "2 h 5 min", "3 days". */
export function durationWords(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1_000);
  if (seconds < 1) return "under 1 s";
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60)
    return minutes < 10 && seconds % 60 !== 0
      ? `${minutes} min ${seconds % 60} s`
      : `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`;
  return `${Math.floor(hours / 24)} days`;
}
