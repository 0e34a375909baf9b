import type { Json, StepEvent, StepId, Wait } from "#core/domain";
import type { BoundStep, StepResult } from "#core/engine";
import { applyEffects } from "./apply-effects.ts";
import type { Candidates } from "./candidates.ts";
import { clock, ensureConversation, type Pretended, toContext } from "./pretended.ts";
import { settleFacts, Tries } from "./vary.ts";
import { type Coming, type Parked, whatMayCome } from "./what-may-come.ts";

/** Counts down what a search may still spend, one for each answer of a step. */
export interface Budget {
  left: number;
}

/** A step of the draft about to be entered. */
export interface Visited {
  readonly id: StepId;
  readonly step: BoundStep;
  /** Where its failure path leads, if it has one. */
  readonly failureTarget: StepId | null;
}

/** The moment after a step was left, and what resumed it until then. */
export interface Departure {
  readonly moment: Pretended;
  readonly events: readonly StepEvent[];
}

/** Waits that are tried for one start. */
const mostWaits = 60;

/**
 * Finds ways to leave a step by a path, the simplest first: one for each of the facts that may have been otherwise at the start, then other
 * answers and other outcomes.
 */
export function* leaveBy(
  visited: Visited,
  path: string,
  before: Pretended,
  candidates: Candidates,
  budget: Budget,
): Generator<Departure> {
  const { id, step } = visited;
  const tries = new Tries([step.speaks ? ensureConversation(before) : before], candidates);
  for (const start of tries) {
    if (budget.left <= 0) return;
    budget.left -= 1;
    // How a step that speaks takes answers depends on the channel, whatever else it looks at.
    const reads = new Set<string>(step.speaks ? ["conversation.channel"] : []);
    // Only a step that never waits decides by the clock at once; others count from it.
    const result = step.enter(
      toContext(start, id, (read) => {
        if (read !== clock || step.parks === "never") reads.add(read);
      }),
    );
    const entered = settle(visited, result, settleFacts(start, reads));
    yield* follow(visited, path, entered, candidates, budget);
    tries.vary(start, reads);
  }
}

/** Where a step's answer leads: out by a path, into a wait, or nowhere. */
type Settled =
  | { readonly kind: "left"; readonly path: string; readonly moment: Pretended }
  | ({ readonly kind: "waits"; readonly state: Json } & Parked)
  | { readonly kind: "over" };

const settle = (
  { id, step, failureTarget }: Visited,
  result: StepResult,
  before: Pretended,
): Settled => {
  const { effects = [] } = result;
  const moment = applyEffects(before, id, effects);
  switch (result.kind) {
    case "leave":
      return { kind: "left", path: result.path, moment };
    case "wait":
      return { kind: "waits", wait: result.wait, state: result.state, effects, moment };
    case "fail":
      return step.failurePath !== null && failureTarget !== null
        ? { kind: "left", path: step.failurePath, moment }
        : { kind: "over" };
    case "call":
      return result.mode === "return"
        ? { kind: "waits", wait: childWait, state: null, effects, moment }
        : { kind: "over" };
    case "end":
      return { kind: "over" };
  }
};

/** A wait, what has led to it within this visit, and what has not been tried from it. */
interface Waiting {
  readonly state: Json;
  readonly events: readonly StepEvent[];
  readonly coming: Generator<Coming, undefined>;
}

/**
 * Leaves at once or lets happen, from each wait on, whatever may come for it. For the usual path the shortest way is wanted; the others
 * are often at the end of many tries (no valid answer), so they are looked for in depth.
 */
function* follow(
  visited: Visited,
  path: string,
  entered: Settled,
  candidates: Candidates,
  budget: Budget,
): Generator<Departure> {
  if (entered.kind === "left" && entered.path === path)
    yield { moment: entered.moment, events: [] };
  if (entered.kind !== "waits") return;
  const { id, step } = visited;
  const isUsual = step.outputPaths[0]?.id === path;
  const toWaiting = (settled: typeof entered, events: readonly StepEvent[]): Waiting => ({
    state: settled.state,
    events,
    coming: whatMayCome(settled, candidates.ofReply(id, step.writes)),
  });
  const open = [toWaiting(entered, [])];
  const seen = new Set<string>();
  for (let at = open[0]; at !== undefined; at = isUsual ? open[0] : open.at(-1)) {
    const { value: coming } = at.coming.next();
    if (coming === undefined) {
      open.splice(open.indexOf(at), 1);
      continue;
    }
    if (budget.left <= 0) return;
    budget.left -= 1;
    const { event, moment } = coming;
    const next = settle(visited, step.resume(toContext(moment, id), event, at.state), moment);
    if (next.kind === "over" || (next.kind === "left" && next.path !== path)) continue;
    const key = next.kind === "left" ? outcomeOf(next.moment) : waitOf(next);
    if (seen.has(key) || seen.size >= mostWaits) continue;
    seen.add(key);
    const events = [...at.events, event];
    if (next.kind === "left") yield { moment: next.moment, events };
    else open.push(toWaiting(next, events));
  }
}

/** What the engine makes of a called workflow that returns. */
const childWait: Wait = { for: "child", takesReply: false, timers: [], keepAfterClose: false };

const outcomeOf = ({ variables, contact }: Pretended): string =>
  JSON.stringify([variables, contact]);

const waitOf = ({ state, wait, effects }: Extract<Settled, { kind: "waits" }>): string =>
  JSON.stringify([
    state,
    wait,
    effects.some(({ type }) => type === "request_assignment" || type === "call"),
  ]);
