import {
  second,
  type CallAnswer,
  type EventBody,
  type Moment,
  type RunId,
  type SimulationAct,
  toWorkspaceId,
  type WorkspaceId,
} from "#core/domain";
import { compileVersion } from "#core/engine";
import { playAct, Stage } from "#core/simulate";
import { createLogger, newUuid } from "#server/platform";
import { type Actors, type CallOptions, type Runner, startRunner } from "#server/runner";
import { type SqlMoment, type Store, toMoment } from "#server/store";
import { vi } from "vitest";
import { realEngine } from "../runner/real-engine.ts";
import { actionsOnce, type RandomSimulation } from "./random-simulation.ts";
import { seedSimulated } from "./seed-simulated.ts";

interface HeldCall {
  readonly answer: (answer: CallAnswer) => void;
  /** When its time is over. */
  readonly until: Moment;
}

/** The server as production wires it, with a clock that a test moves and other machines that answer when it says so. */
export class PlayingServer {
  readonly store: Store;
  readonly #runner: Runner;
  #now: Moment = 0;
  #deliveryFails = false;
  #workspaceId: WorkspaceId = toWorkspaceId(newUuid());
  /** Calls on their way, the oldest first. */
  #held: HeldCall[] = [];

  constructor(store: Store) {
    this.store = store;
    const { steps, triggers } = realEngine;
    const hold = (
      _request: unknown,
      { workspaceId, timeoutMs }: CallOptions,
    ): Promise<CallAnswer> =>
      workspaceId === this.#workspaceId
        ? new Promise((answer) =>
            // What is left of a time in whole seconds, which the claim has shortened by a moment.
            this.#held.push({ answer, until: this.#now + Math.ceil(timeoutMs / second) * second }),
          )
        : Promise.resolve(refused);
    const carry = (): Promise<CallAnswer> =>
      Promise.resolve(this.#deliveryFails ? refused : { kind: "done", output: null });
    const actors: Actors = {
      callAction: hold,
      askModel: hold,
      deliverMessage: carry,
      sendMail: carry,
    };
    this.#runner = startRunner({
      store,
      engine: {
        ...realEngine,
        actions: actionsOnce,
        compileVersion(version) {
          const result = compileVersion(version, steps, triggers, actionsOnce);
          return result.ok ? result.version : undefined;
        },
      },
      announce: () => undefined,
      log: createLogger({ level: "fatal", format: "text" }),
      actors,
      now: () => this.#now,
    });
  }

  async stop(): Promise<void> {
    for (const { answer } of this.#held.splice(0)) answer(refused);
    await this.#runner.stop();
  }

  /** Plays a simulation here, act by act beside its stage, from which it learns only what each act is. Returns where it was played. */
  async play({ world, start, acts }: RandomSimulation): Promise<{
    readonly workspaceId: WorkspaceId;
    readonly stage: Stage;
  }> {
    const workspaceId = toWorkspaceId(newUuid());
    this.#workspaceId = workspaceId;
    for (const { answer } of this.#held.splice(0)) answer(refused);
    this.#deliveryFails = start.delivery_fails;
    const stage = new Stage(world, start);
    this.#now = stage.world.happenings[0]?.event.happenedAt ?? stage.world.now;
    await seedSimulated(this.store, workspaceId, stage, this.#now);
    let told = 0;
    const follow = async (act: SimulationAct | null): Promise<void> => {
      const news = stage.world.happenings.slice(told).map(({ event }) => event);
      told = stage.world.happenings.length;
      if (act?.act === "set_presence")
        await this.#accept(null, {
          type: "presence_changed",
          memberId: act.member_id,
          presence: act.presence,
        });
      for (const { body } of news.filter(({ body: each }) => isGiven(act, each.type)))
        await this.#give(stage, body);
      await this.#passTo(stage.world.now);
    };
    await follow(null);
    for (const act of acts) {
      playAct(stage, act);
      await follow(act);
    }
    await this.store.query({
      text: "delete from timer where workspace_id = $1",
      values: [workspaceId],
    });
    return { workspaceId, stage };
  }

  /** Tells the server what an act told the stage, by its own ids. */
  async #give(stage: Stage, body: EventBody): Promise<void> {
    if (body.type === "call_finished") {
      const { outcome } = body;
      if (outcome.kind === "unknown") throw new Error("a call that may be repeated is repeated");
      this.#held.shift()?.answer(outcome);
      return await this.#settle();
    }
    await this.#accept(stage.contactId, await this.#translate(stage, body));
  }

  async #accept(contactId: Stage["contactId"] | null, body: EventBody): Promise<void> {
    await this.#runner.accept({
      workspaceId: this.#workspaceId,
      contactId,
      door: "widget",
      sourceKey: newUuid(),
      createsContact: contactId !== null,
      body,
    });
    await this.#settle();
  }

  /** Conversations and runs have ids of the server's own here: the first of one is the first of the other. */
  async #translate(stage: Stage, body: EventBody): Promise<EventBody> {
    const ids = await this.#names(stage);
    if (body.type === "run_controlled") {
      const [run] = await this.store.query<{ run_id: RunId }>({
        text: `select run_id from run where workspace_id = $1 and ended_at is null
          order by started_at desc, run_id desc limit 1`,
        values: [this.#workspaceId],
      });
      return { ...body, runId: run?.run_id ?? body.runId };
    }
    const text = JSON.stringify(body, (_key, value: unknown) =>
      typeof value === "string" ? (ids.get(value) ?? value) : value,
    );
    const translated: EventBody = JSON.parse(text);
    return translated;
  }

  async #names(stage: Stage): Promise<ReadonlyMap<string, string>> {
    const changes = stage.world.happenings.map(({ outcome }) => outcome.changes);
    const own = [
      [changes.flatMap(({ conversations }) => conversations.map(({ id }) => id)), "conversation"],
      [changes.flatMap(({ runs }) => runs.map(({ id }) => id)), "run"],
      [changes.flatMap(({ messages }) => messages.map(({ id }) => id)), "message"],
    ] as const;
    const names = new Map<string, string>();
    for (const [ids, kind] of own) {
      const there = await this.#idsOf(kind);
      [...new Set<string>(ids)].forEach((id, index) => {
        const found = there[index];
        if (found !== undefined) names.set(id, found);
      });
    }
    return names;
  }

  async #idsOf(kind: "conversation" | "run" | "message"): Promise<readonly string[]> {
    const order = {
      conversation: "opened_at, conversation_id",
      run: "started_at, run_id",
      message: "conversation_id, sequence",
    }[kind];
    const rows = await this.store.query<{ id: string }>({
      text: `select ${kind}_id as id from ${kind} where workspace_id = $1 order by ${order}`,
      values: [this.#workspaceId],
    });
    return rows.map(({ id }) => id);
  }

  /** Moves the clock from timer to timer, as the simulator does, and lets each fire. */
  async #passTo(moment: Moment): Promise<void> {
    for (;;) {
      const [timer] = await this.store.query<{ due_at: SqlMoment }>({
        text: "select due_at from timer where workspace_id = $1 order by due_at limit 1",
        values: [this.#workspaceId],
      });
      const [late] = this.#held.toSorted((a, b) => a.until - b.until);
      const dueAt = timer === undefined ? Infinity : toMoment(timer.due_at);
      const next = Math.min(dueAt, late?.until ?? Infinity);
      if (next > moment) break;
      this.#now = Math.max(this.#now, next);
      if (dueAt <= this.#now) await this.#runner.checkTimers();
      await this.#settle();
      if (late === undefined || late.until > this.#now) continue;
      this.#held = this.#held.filter((call) => call !== late);
      late.answer(timedOut);
      await this.#settle();
    }
    this.#now = Math.max(this.#now, moment);
  }

  /** Waits until nothing moves: every event is handled, every call is answered or held, every place that came free is passed on. */
  async #settle(): Promise<void> {
    await this.#runner.checkCalls();
    await vi.waitUntil(
      async () => {
        const [row] = await this.store.query<{ events: number; calls: number; offers: number }>({
          text: `select (select count(*)::int from event where workspace_id = $1 and state = 'pending') as events,
            (select count(*)::int from outbox where workspace_id = $1 and state in ('pending', 'started')) as calls,
            (select count(*)::int from assignment_wait where workspace_id = $1 and is_offered) as offers`,
          values: [this.#workspaceId],
        });
        return row?.events === 0 && row.calls === this.#held.length && row.offers === 0;
      },
      { timeout: 20_000, interval: 4 },
    );
  }
}

/** What an act itself tells; everything else on the stage follows from it, and follows here by itself. */
const isGiven = (act: SimulationAct | null, type: EventBody["type"]): boolean => {
  switch (type) {
    case "timer_due":
    case "assignment_settled":
    case "assignment_offered":
    case "run_caused":
    case "delivery_reported":
      return act?.act === "report_delivery";
    case "call_finished":
      return act?.act === "finish_call";
    default:
      return true;
  }
};

/** What makes an attempt end whose time is over. */
const timedOut: CallAnswer = {
  kind: "unknown",
  problem: { code: "timed_out", message: "There was no answer" },
};

const refused: CallAnswer = {
  kind: "failed",
  problem: { code: "not_delivered", message: "It was not delivered, as the simulation asks." },
};
