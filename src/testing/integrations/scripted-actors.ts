import type { CallAnswer, CallRequest } from "#core/domain";
import type { Actors, CallOptions } from "#server/runner";

/** One attempt as the other machine saw it. */
export interface SentCall {
  readonly request: CallRequest;
  readonly key: string;
}

/** Actors that do what a test tells them, and remember what they were asked. */
export interface ScriptedActors extends Actors {
  readonly sent: SentCall[];
  /** Answers from now on; `nth` counts the attempts under this key from 1. */
  script: (
    request: CallRequest,
    options: CallOptions,
    nth: number,
  ) => CallAnswer | Promise<CallAnswer>;
  /** Attempts on their way at this moment, and the most there ever were. */
  readonly inFlight: { now: number; most: number };
}

/** Makes actors that answer every call with what it says, until a test scripts them otherwise. */
export function createScriptedActors(): ScriptedActors {
  const attempts = new Map<string, number>();
  const act = async (request: CallRequest, options: CallOptions): Promise<CallAnswer> => {
    const nth = (attempts.get(options.key) ?? 0) + 1;
    attempts.set(options.key, nth);
    actors.sent.push({ request, key: options.key });
    actors.inFlight.now += 1;
    actors.inFlight.most = Math.max(actors.inFlight.most, actors.inFlight.now);
    try {
      return await actors.script(request, options, nth);
    } finally {
      actors.inFlight.now -= 1;
    }
  };
  const actors: ScriptedActors = {
    sent: [],
    inFlight: { now: 0, most: 0 },
    script: (request) => ({
      kind: "done",
      output: request.kind === "action" ? (request.input["text"] ?? null) : null,
    }),
    callAction: act,
    askModel: act,
    deliverMessage: act,
    sendMail: act,
  };
  return actors;
}
