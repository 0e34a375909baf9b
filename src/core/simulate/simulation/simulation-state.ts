import type {
  Call,
  CallId,
  CallOutcome,
  Contact,
  Conversation,
  Json,
  Member,
  Message,
  Moment,
  Run,
  RunId,
  StepId,
  Timer,
  TriggerDecision,
  Visit,
  VisitId,
} from "#core/domain";
import type { Happening } from "../pretend-world.ts";
import type { SimulatedWorld } from "./simulated-world.ts";
import type { Stage } from "./stage.ts";

/** A message with the act it came of; null when it was there before the first. */
export interface SimulatedMessage {
  readonly message: Message;
  readonly act: number | null;
}

/** A call that would leave the page in production, and what it was said to come to; null while it waits. */
export interface SimulatedCall {
  readonly call: Call;
  readonly outcome: CallOutcome | null;
}

/** A value of the run with the visit that gave it; null when it came in with the start. */
export interface SimulatedVariable {
  readonly name: string;
  readonly value: Json;
  readonly setAt: { readonly visit: Visit; readonly stepId: StepId } | null;
}

/** How a simulation stands after its acts. */
export interface SimulationState {
  readonly now: Moment;
  readonly contact: Contact;
  readonly conversation: Conversation | null;
  readonly messages: readonly SimulatedMessage[];
  /** All runs in the order in which they started, those of called workflows included. */
  readonly runs: readonly Run[];
  /** In the order in which they were entered. */
  readonly visits: readonly Visit[];
  /** The newest run of the workflow under test. */
  readonly run: Run | null;
  /** The run that somebody or something has to move now: the innermost called one, else the workflow's own. */
  readonly current: Run | null;
  readonly variables: readonly SimulatedVariable[];
  /** Soonest first. */
  readonly timers: readonly Timer[];
  /** What the workflow under test answered to each event that might have started it. */
  readonly decisions: readonly TriggerDecision[];
  readonly calls: readonly SimulatedCall[];
  /** The call that waits for somebody to choose its outcome. */
  readonly openCall: Call | null;
  readonly members: readonly Member[];
  readonly deliveryFails: boolean;
}

/** Gathers what happened, happening by happening. */
export class StateReader {
  readonly #messages: SimulatedMessage[] = [];
  readonly #runs = new Map<RunId, Run>();
  readonly #visits = new Map<VisitId, Visit>();
  readonly #calls = new Map<CallId, SimulatedCall>();
  readonly #decisions: TriggerDecision[] = [];

  take({ event, outcome }: Happening, act: number | null): void {
    const { changes } = outcome;
    for (const message of changes.messages) this.#messages.push({ message, act });
    for (const { messageId, delivery } of changes.deliveries) {
      const index = this.#messages.findIndex(({ message }) => message.id === messageId);
      const found = this.#messages[index];
      if (found !== undefined)
        this.#messages[index] = { ...found, message: { ...found.message, delivery } };
    }
    for (const run of changes.runs) this.#runs.set(run.id, run);
    for (const visit of changes.visits) this.#visits.set(visit.id, visit);
    for (const call of changes.calls) this.#calls.set(call.id, { call, outcome: null });
    this.#decisions.push(...changes.decisions);
    const { body } = event;
    if (body.type === "call_finished") this.#answer(body.callId, body.outcome);
    if (body.type === "delivery_reported")
      for (const { call } of this.#calls.values())
        if (call.request.kind === "message" && call.request.messageId === body.messageId)
          this.#answer(call.id, toOutcome(body.delivery));
  }

  #answer(id: CallId, outcome: CallOutcome): void {
    const known = this.#calls.get(id);
    if (known !== undefined) this.#calls.set(id, { ...known, outcome });
  }

  toState(stage: Stage, { workflow, steps, actions }: SimulatedWorld): SimulationState {
    const { world } = stage;
    const lane = world.lane(stage.contactId);
    const runs = [...this.#runs.values()];
    const visits = [...this.#visits.values()];
    const run = runs.findLast(({ workflowId }) => workflowId === workflow.id) ?? null;
    // Writes are known of the workflow's own steps; what a called one sets comes back through the step that called it.
    const writes = new Map(
      workflow.graph.steps.map((step) => {
        const bound = steps.get(step.type)?.bind(step.config, actions);
        return [step.id, bound?.ok === true ? bound.step.writes : []] as const;
      }),
    );
    const setBy = (name: string): SimulatedVariable["setAt"] => {
      const visit = visits.findLast(
        (each) => each.runId === run?.id && writes.get(each.stepId)?.includes(name) === true,
      );
      return visit === undefined ? null : { visit, stepId: visit.stepId };
    };
    return {
      now: world.now,
      contact: lane.contact,
      conversation: stage.conversation ?? null,
      messages: this.#messages,
      runs,
      visits,
      run,
      current: runs.findLast(({ endedAt }) => endedAt === null) ?? run,
      variables: Object.entries(run?.variables ?? {}).map(([name, value]) => ({
        name,
        value,
        setAt: setBy(name),
      })),
      timers: lane.timers.toSorted((a, b) => a.dueAt - b.dueAt),
      decisions: this.#decisions.filter(({ workflowId }) => workflowId === workflow.id),
      calls: [...this.#calls.values()],
      openCall: stage.openCall ?? null,
      members: world.people.members(),
      deliveryFails: stage.deliveryFails,
    };
  }
}

const toOutcome = (delivery: Message["delivery"]): CallOutcome =>
  delivery === "failed"
    ? { kind: "failed", problem: { code: "not_delivered", message: "It was not delivered." } }
    : { kind: "done", output: {} };
