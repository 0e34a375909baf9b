import type { Clock } from "../../clock.ts";
import { quietly } from "../../guard.ts";
import { fieldsOf } from "../../storage/fields-of.ts";
import type { Keep } from "../../storage/keep.ts";
import { type KeptCall, staleMs } from "../kept-reports.ts";
import type { Request } from "../request.ts";
import { retryDelayMs } from "../retry-delay.ts";
import type { Visits } from "../visits.ts";
import { toRequest } from "./to-request.ts";

export interface CallQueue {
  /** Sends what is kept, also what an earlier page left behind. */
  readonly send: () => void;
  /** Does so and answers with the outcome of one. @throws Error with a `code` when it comes to nothing. */
  readonly finish: (id: string) => Promise<unknown>;
}

export interface CallQueuePorts {
  readonly keep: Keep;
  readonly visits: Visits;
  readonly request: Request;
  readonly clock: Clock;
  readonly onReported: () => void;
  readonly onAnotherContact: () => void;
}

type Outcome =
  | { readonly kind: "done"; readonly value: unknown }
  | { readonly kind: "refused"; readonly problem: Error }
  | { readonly kind: "later"; readonly retryAfterMs: number };

/**
 * Sends the page's calls one after the other, in their order, each with an id of its own that makes a repeat harmless. They lie in storage
 * until the server has answered.
 */
export const createCallQueue = (ports: CallQueuePorts): CallQueue => {
  const { keep, clock } = ports;
  const waiting = new Map<string, (outcome: Outcome) => void>();
  let isSending = false;
  let failures = 0;

  const read = (): KeptCall[] => readKept(keep.read("calls"));
  const settle = (id: string, outcome: Outcome): void => {
    const left = read().filter((call) => call.id !== id);
    keep.write("calls", left.length === 0 ? null : left);
    waiting.get(id)?.(outcome);
    waiting.delete(id);
  };

  const flush = async (): Promise<void> => {
    const [call] = read();
    if (isSending || call === undefined) return;
    isSending = true;
    // A clock that was set back must not keep one waiting for years, hence the absolute value.
    const isStale = Math.abs(clock.now() - call.due_at) >= staleMs;
    const outcome = isStale
      ? refused("stale", "it could not be sent in time")
      : await sendCall(call, ports);
    isSending = false;
    if (outcome.kind === "later") {
      failures += 1;
      clock.after(retryDelayMs(failures, clock.random(), outcome.retryAfterMs), send);
      return;
    }
    failures = 0;
    settle(call.id, outcome);
    return flush();
  };
  const send = (): void => quietly(flush());

  return {
    send,
    finish: async (id) => {
      const outcome = new Promise<Outcome>((resolve) => waiting.set(id, resolve));
      if (read().every((call) => call.id !== id)) settle(id, refused("lost", "it was forgotten"));
      send();
      const settled = await outcome;
      if (settled.kind === "refused") throw settled.problem;
      return settled.kind === "done" ? settled.value : null;
    },
  };
};

const sendCall = async (
  call: KeptCall,
  { visits, request, onReported, onAnotherContact }: CallQueuePorts,
): Promise<Outcome> => {
  const wanted = toRequest(call);
  if (wanted === null) return refused("invalid_call", `switchboard knows no "${call.verb}"`);
  const known = await visits.ensure();
  if (known.kind === "later") return known;
  if (known.kind === "refused") return refused("refused", "this widget may not talk to the server");
  const { token } = known.visit;
  const { path, body } = wanted;
  const answer = await request("POST", path, { token, body });
  if (answer.kind === "later") return answer;
  if (answer.kind === "refused" && answer.status === 401) {
    visits.forget();
    return { kind: "later", retryAfterMs: 0 };
  }
  if (answer.kind === "refused") {
    const { code, detail } = fieldsOf(answer.body);
    return refused(
      typeof code === "string" ? code : String(answer.status),
      typeof detail === "string" ? detail : "the server refuses it",
    );
  }
  const { visitor_token, ...value } = fieldsOf(answer.body);
  if (typeof visitor_token === "string" && visitor_token !== token) {
    visits.replaceToken(visitor_token);
    onAnotherContact();
  }
  if (call.verb === "track" || call.verb === "startWorkflow") onReported();
  return { kind: "done", value };
};

const refused = (code: string, message: string): Outcome => ({
  kind: "refused",
  problem: Object.assign(new Error(message), { code }),
});

const readKept = (value: unknown): KeptCall[] =>
  Array.isArray(value) ? value.filter(isKeptCall) : [];

/** Storage is written by us alone, or by a page that forges it; the server checks every field again. */
const isKeptCall = (value: unknown): value is KeptCall => {
  const { id, verb, values, due_at } = fieldsOf(value);
  return [id, verb, values].every((text) => typeof text === "string") && typeof due_at === "number";
};
