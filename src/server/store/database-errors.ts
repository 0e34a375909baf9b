import { OutsideError } from "#server/platform";
import { DatabaseError } from "pg";

const UNREACHABLE = [
  "08", // connection
  "53", // out of disk, memory or connections
  "57P", // shut down or not yet up
  "58", // the server's disk failed
  "25P03", // idle_in_transaction_session_timeout: our fence for a process that was stopped
];

const CONTENTION = new Set([
  "40001", // serialization failure
  "40P01", // deadlock
  "55P03", // lock_timeout
  "57014", // statement_timeout
]);

/**
 * Names what went wrong with a query: the server cannot be reached (an OutsideError), or the statement itself failed.
 * What got no answer may have happened, for a commit may have been on its way with it.
 */
export function nameDatabaseError(error: unknown): unknown {
  if (error instanceof OutsideError || error instanceof TypeError) return error;
  const isAnswer = error instanceof DatabaseError;
  // pg gives a lost connection no code of its own: whatever is not an answer of the server is one
  if (isAnswer && !UNREACHABLE.some((prefix) => error.code?.startsWith(prefix))) return error;
  return new OutsideError("database_unreachable", "The database cannot be reached", {
    isRetryable: true,
    outcome: "unknown",
    cause: error,
  });
}

/** Says whether the same transaction may succeed when tried again at once. */
export function isContention(error: unknown): boolean {
  return error instanceof DatabaseError && error.code !== undefined && CONTENTION.has(error.code);
}

export function isDatabaseUnreachable(error: unknown): boolean {
  return error instanceof OutsideError && error.code === "database_unreachable";
}
