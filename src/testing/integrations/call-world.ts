import type { Call, CallAnswer, CallRequest, ContactId, Moment, RunId } from "#core/domain";
import { second, toCallId, toRunId, toVisitId } from "#core/domain";
import { createLogger, newUuid } from "#server/platform";
import { type Runner, startRunner } from "#server/runner";
import { type Store, writeBatch } from "#server/store";
import { aMessage, newContactId } from "../runner/new-events.ts";
import { type SeededWorkspace, seedWorkspace } from "../runner/seed-workspace.ts";
import { type TestCall, callGraph, engineWithTestActions } from "./call-engine.ts";
import { type ScriptedActors, createScriptedActors } from "./scripted-actors.ts";

/** A call as the outbox holds it. */
export interface StoredCall {
  readonly state: string;
  readonly attempt: number;
  readonly retry_count: number;
  readonly key: string;
  readonly outcome: {
    readonly kind: string;
    readonly output?: unknown;
    readonly problem?: { readonly code: string; readonly details?: object };
  } | null;
}

/** Two processes with one database, actors that a test scripts, and a clock that it moves. */
export class CallWorld {
  readonly actors: ScriptedActors = createScriptedActors();
  readonly store: Store;
  readonly #runners: readonly [Runner, Runner];
  now: Moment = Date.UTC(2026, 2, 1, 9);

  constructor(store: Store) {
    this.store = store;
    this.#runners = [this.#startRunner(), this.#startRunner()];
  }

  #startRunner(): Runner {
    return startRunner({
      store: this.store,
      engine: engineWithTestActions,
      announce: () => undefined,
      log: createLogger({ level: "fatal", format: "text" }),
      actors: this.actors,
      now: () => this.now,
    });
  }

  /** Forgets what was sent and answers every call with `ok`. */
  reset(): void {
    this.actors.sent.splice(0);
    this.actors.inFlight.most = 0;
    this.actors.script = () => done("ok");
  }

  async stop(): Promise<void> {
    await Promise.all(this.#runners.map((runner) => runner.stop()));
  }

  /** A workspace whose one workflow makes one call with what the contact writes first. */
  aWorkspace(call: TestCall): Promise<SeededWorkspace> {
    return seedWorkspace(this.store, { members: 1, graph: () => callGraph(call) });
  }

  async say(
    { workspaceId }: SeededWorkspace,
    text = "hello",
    contactId: ContactId = newContactId(),
  ) {
    return await this.#runners[0].accept(aMessage({ workspaceId, contactId, text }));
  }

  async calls({ workspaceId }: SeededWorkspace): Promise<StoredCall[]> {
    return await this.store.query<StoredCall>({
      text: "select state, attempt, retry_count, key, outcome from outbox where workspace_id = $1 order by position",
      values: [workspaceId],
    });
  }

  async states(workspace: SeededWorkspace): Promise<string[]> {
    return (await this.calls(workspace)).map(({ state }) => state);
  }

  /** The bodies of `call_finished` events, in order. */
  async told({ workspaceId }: SeededWorkspace) {
    const rows = await this.store.query<{
      body: { outcome: StoredCall["outcome"]; runId: string; key: string };
    }>({
      text: "select body from event where workspace_id = $1 and type = 'call_finished' order by position",
      values: [workspaceId],
    });
    return rows.map(({ body }) => body);
  }

  /** Lets a member take a failed run up again, with a yes to making a call again whose outcome is unknown. */
  async retry({ workspaceId }: SeededWorkspace, contactId: ContactId, runId: RunId) {
    return await this.#runners[0].accept({
      workspaceId,
      contactId,
      door: "api",
      sourceKey: newUuid(),
      createsContact: false,
      body: { type: "run_retried", runId, byMemberId: null, confirmsUnknown: true },
    });
  }

  /** Lets both processes look for due calls. */
  async check(): Promise<void> {
    await Promise.all(this.#runners.map((runner) => runner.checkCalls()));
  }

  /** Lets time pass until all calls of the workspace are over. */
  async untilOver(workspace: SeededWorkspace, stepMs = 10 * second): Promise<void> {
    const until = performance.now() + PATIENCE_MS;
    for (;;) {
      this.now += stepMs;
      await this.check();
      const states = await this.states(workspace);
      if (!states.some((state) => state === "pending" || state === "started")) return;
      if (performance.now() > until) throw new Error(`calls are still ${states.join(", ")}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  /** A call that nobody has stored yet. */
  aCall(overrides: Partial<Call> & { request: CallRequest }): Call {
    return {
      id: toCallId(newUuid()),
      key: newUuid(),
      contactId: newContactId(),
      conversationId: null,
      runId: toRunId(newUuid()),
      visitId: toVisitId(newUuid()),
      isRepeatable: false,
      timeoutSeconds: 30,
      createdAt: this.now,
      ...overrides,
    };
  }

  /** Stores a call as a batch does; returns lanes that were told of an outcome at once. */
  async wish({ workspaceId }: SeededWorkspace, call: Call) {
    return await this.store.transaction((session) =>
      writeBatch(session, {
        now: this.now,
        events: [],
        members: [],
        rotations: [],
        lanes: [
          {
            lane: { workspaceId, contactId: call.contactId },
            changes: { ...nothing, calls: [call] },
            runsBegun: [],
            runsFinished: [],
            waits: [],
            waitsEnded: [],
            waitsMoved: [],
            counts: [],
          },
        ],
      }),
    );
  }
}

const PATIENCE_MS = 8_000;

export const done = (output: string): CallAnswer => ({ kind: "done", output });

const nothing = {
  contact: null,
  visitorSessions: [],
  conversations: [],
  messages: [],
  runs: [],
  visits: [],
  timersSet: [],
  timersCleared: [],
  starts: [],
  attention: null,
  goalsSet: [],
  goalsOver: [],
  calls: [],
  deliveries: [],
  decisions: [],
  assignments: [],
};
