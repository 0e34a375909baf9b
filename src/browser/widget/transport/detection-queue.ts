import type { Clock } from "../clock.ts";
import { quietly } from "../guard.ts";
import { fieldsOf } from "../storage/fields-of.ts";
import type { Keep } from "../storage/keep.ts";
import { type KeptDetection, staleMs } from "./kept-reports.ts";
import type { Request } from "./request.ts";
import { retryDelayMs } from "./retry-delay.ts";
import type { Visits } from "./visits.ts";

/** How soon it is noticed that the visitor has left the field they typed in. */
const pollMs = 1_000;
/** Most the server takes in one call. */
const batchSize = 20;

export interface DetectionQueue {
  /** Sends what is kept and due, also what an earlier page left behind. */
  readonly send: () => void;
}

export interface DetectionQueuePorts {
  readonly keep: Keep;
  readonly visits: Visits;
  readonly request: Request;
  readonly clock: Clock;
  /** For how many milliseconds at least the visitor goes on typing in a form; 0 when they do not. */
  readonly typingMs: () => number;
  /** Runs `act` while no other tab of this browser runs one: they share the queue, and a new browser must introduce itself once. */
  readonly alone: <Result>(act: () => Promise<Result>) => Promise<Result>;
  /** Something was reported: an answer may follow. */
  readonly onReported: () => void;
}

type Outcome = "sent" | "empty" | "dropped" | { readonly retryAfterMs: number };

/**
 * Sends kept detections in order, each with an id of its own that makes a repeat harmless. They lie in storage until the server has
 * answered, so that leaving the page in the middle loses nothing: the next page sends the rest.
 */
export const createDetectionQueue = ({
  keep,
  visits,
  request,
  clock,
  typingMs,
  alone,
  onReported,
}: DetectionQueuePorts): DetectionQueue => {
  let isSending = false;
  let failures = 0;
  let cancelWaiting = (): void => {};

  const read = (): KeptDetection[] =>
    readKept(keep.read("detections")).filter(
      // A clock that was set back must not keep one waiting for years, hence the absolute value.
      ({ due_at }) => Math.abs(clock.now() - due_at) < staleMs,
    );
  const waitMs = ({ trigger_type, due_at }: KeptDetection): number =>
    // Whoever opens the chat wants an answer at once; everything else would come upon them.
    Math.max(due_at - clock.now(), trigger_type === "chat_opened" ? 0 : typingMs());
  const remove = (ids: ReadonlySet<string>): void => {
    const left = read().filter((detection) => !ids.has(detection.id));
    keep.write("detections", left.length === 0 ? null : left);
  };

  const sendBatch = async (): Promise<Outcome> => {
    const batch = read()
      .filter((detection) => waitMs(detection) <= 0)
      .slice(0, batchSize);
    if (batch.length === 0) return "empty";
    const outcome = await visits.ensure();
    if (outcome.kind === "later") return outcome;
    const ids = new Set(batch.map((detection) => detection.id));
    if (outcome.kind === "refused") {
      remove(ids);
      return "dropped";
    }
    const detections = batch.map(({ id, trigger_type, visitor_session_id, page, evidence }) => ({
      id,
      trigger_type,
      visitor_session_id,
      page,
      evidence,
    }));
    const answer = await request("POST", "/detections", {
      token: outcome.visit.token,
      body: { detections },
    });
    if (answer.kind === "later") return answer;
    if (answer.kind === "refused" && answer.status === 401) {
      visits.forget();
      return { retryAfterMs: 0 };
    }
    remove(ids);
    return answer.kind === "done" ? "sent" : "dropped";
  };

  const flush = async (): Promise<void> => {
    if (isSending) return;
    isSending = true;
    const result = await alone(sendBatch);
    isSending = false;
    if (typeof result === "object") {
      failures += 1;
      clock.after(retryDelayMs(failures, clock.random(), result.retryAfterMs), send);
      return;
    }
    failures = 0;
    if (result === "sent") onReported();
    if (result !== "empty") return flush();
    const waiting = read();
    if (waiting.length === 0) return;
    cancelWaiting();
    cancelWaiting = clock.after(Math.max(0, Math.min(...waiting.map(waitMs), pollMs)), send);
  };
  const send = (): void => quietly(flush());

  return { send };
};

const readKept = (value: unknown): KeptDetection[] =>
  Array.isArray(value) ? value.filter(isKeptDetection) : [];

/** Storage is written by us alone, or by a page that forges it; the server checks every field again. */
const isKeptDetection = (value: unknown): value is KeptDetection => {
  const { id, trigger_type, due_at } = fieldsOf(value);
  return typeof id === "string" && typeof trigger_type === "string" && typeof due_at === "number";
};
