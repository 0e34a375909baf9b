import { useSyncExternalStore } from "react";
import type { ApiProblem } from "./api-problem.ts";

/** `connecting` only before the first success; later losses are `reconnecting`. */
export type Connection = "off" | "connecting" | "live" | "reconnecting" | "database_unreachable";

let socket: Exclude<Connection, "database_unreachable"> = "off";
let isDatabaseReachable = true;
const listeners = new Set<() => void>();

const announce = () => {
  for (const listener of listeners) listener();
};

/** Records how the inbox socket stands. */
export const noteSocket = (state: typeof socket) => {
  socket = state;
  announce();
};

/** Records whether the server reaches its database; true when that is news. */
export const noteDatabase = (isReachable: boolean) => {
  if (isDatabaseReachable === isReachable) return false;
  isDatabaseReachable = isReachable;
  announce();
  return true;
};

/** Learns from an answer of the API: null is a good one. */
export const noteAnswer = (problem: ApiProblem | null) => {
  if (problem === null) noteDatabase(true);
  else if (problem.code === "database_unreachable") noteDatabase(false);
};

const getConnection = (): Connection => (isDatabaseReachable ? socket : "database_unreachable");

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
};

/** Gives the state of the way to the server, for the shell. */
export const useConnection = () => useSyncExternalStore(subscribe, getConnection);
