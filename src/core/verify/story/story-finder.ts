import type { Json, StepEvent, StepId } from "#core/domain";
import type { CheckedGraph } from "../checked-graph.ts";
import type { Trail } from "../finding.ts";
import { type Way, walkFrom, type WaysFrom } from "../ways/reach.ts";
import { type Candidates, toCandidates } from "./candidates.ts";
import { findStarts } from "./find-starts.ts";
import { type Budget, type Departure, leaveBy } from "./leave-step.ts";
import { clock, type Pretended } from "./pretended.ts";
import type { Move, Story } from "./story.ts";

/** A pretended run that stands before a step, and how it came there. */
interface Arrival {
  readonly stepId: StepId;
  readonly moment: Pretended;
  readonly from: {
    readonly arrival: Arrival;
    readonly way: Way;
    readonly events: readonly StepEvent[];
  } | null;
}

/** Answers of steps that may be asked for one story: it is looked for while somebody waits. */
const callsPerStory = 200;

/** Rounds after which a loop that changes nothing any more is sure to go on for ever. */
const mostRounds = 4;

/** Finds the data and the events by which a run takes the trails of findings. What one search has found, later ones begin with. */
export class StoryFinder {
  readonly #checked: CheckedGraph;
  readonly #candidates: Candidates;
  readonly #arrivals = new Map<StepId, Arrival>();
  #starts: readonly Pretended[] | null = null;

  constructor(checked: CheckedGraph) {
    this.#checked = checked;
    this.#candidates = toCandidates(checked.graph);
  }

  /** Finds a story of a trail; null when none is found within the budget, or when the draft cannot run at all. */
  find(trail: Trail): Story | null {
    if (this.#checked.bound.problems.length > 0) return null;
    return this.#search(trail, { left: callsPerStory });
  }

  #search(trail: Trail, budget: Budget): Story | null {
    const { round, lastPath } = trail;
    for (const arrival of this.#arrive(trail, budget)) {
      if (round.length > 0) {
        const story = this.#goRound(arrival, round, budget);
        if (story !== null) return story;
      } else if (lastPath === null) return toStory(arrival.moment, arrival);
      else {
        for (const { moment, events } of this.#leave(arrival, lastPath, budget))
          return toStory(moment, arrival, events, lastPath);
      }
      if (budget.left <= 0) return null;
    }
    return null;
  }

  /** Arrives at the goal by ways that are allowed: along the trail from where an earlier search was, then from the start, then by any detour. */
  *#arrive({ first, goal, waysFrom, ways }: Trail, budget: Budget): Generator<Arrival> {
    const along = new Map<StepId, number>([[first, ways.length]]);
    ways.forEach(({ to }, index) => along.set(to, ways.length - 1 - index));
    const known = this.#nearestKnown(waysFrom, along);
    if (known !== null) yield* this.#walk(known, goal, waysFrom, along, new Set(), budget);
    this.#starts ??= this.#findStarts(budget);
    for (const isDetour of [false, true]) {
      if (budget.left <= 0) return;
      const nearer = isDetour ? distancesTo(goal, first, waysFrom) : along;
      const seen = new Set<string>();
      yield* inTurn(
        this.#starts.map((moment) => {
          const start: Arrival = { stepId: first, moment, from: null };
          return this.#walk(start, goal, waysFrom, nearer, seen, budget);
        }),
      );
    }
  }

  #findStarts(budget: Budget): readonly Pretended[] {
    const { bound, graph, world } = this.#checked;
    return bound.trigger === null
      ? []
      : [...findStarts(graph, bound.trigger, world.actions, this.#candidates, budget)];
  }

  #nearestKnown(waysFrom: WaysFrom, nearer: ReadonlyMap<StepId, number>): Arrival | null {
    let nearest: Arrival | null = null;
    for (const arrival of this.#arrivals.values()) {
      const distance = nearer.get(arrival.stepId) ?? Infinity;
      const best = nearest === null ? Infinity : (nearer.get(nearest.stepId) ?? Infinity);
      if (distance < best && isAllowed(arrival, waysFrom)) nearest = arrival;
    }
    return nearest;
  }

  /** Searches depth first. The open searches are a list, deepest last, instead of one call inside another: a chain may be long. */
  *#walk(
    start: Arrival,
    goal: StepId,
    waysFrom: WaysFrom,
    nearer: ReadonlyMap<StepId, number>,
    seen: Set<string>,
    budget: Budget,
  ): Generator<Arrival> {
    if (start.stepId === goal) yield start;
    const open = [this.#onward(start, waysFrom, nearer, seen, budget)];
    for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
      const { value: next } = top.next();
      if (next === undefined) open.pop();
      else {
        if (next.stepId === goal) yield next;
        open.push(this.#onward(next, waysFrom, nearer, seen, budget));
      }
    }
  }

  /** Arrives one way further, by the ways that lead nearer to the goal first, and nowhere twice alike. */
  *#onward(
    arrival: Arrival,
    waysFrom: WaysFrom,
    nearer: ReadonlyMap<StepId, number>,
    seen: Set<string>,
    budget: Budget,
  ): Generator<Arrival, undefined> {
    const distance = (way: Way): number => nearer.get(way.to) ?? Infinity;
    const ways = waysFrom(arrival.stepId)
      .filter((way) => distance(way) < Infinity)
      .sort((a, b) => distance(a) - distance(b));
    for (const way of ways) {
      for (const next of this.#go(arrival, way, budget)) {
        const key = keyOf(next);
        if (seen.has(key)) continue;
        seen.add(key);
        if (!this.#arrivals.has(next.stepId)) this.#arrivals.set(next.stepId, next);
        yield next;
      }
      if (budget.left <= 0) return;
    }
  }

  *#go(arrival: Arrival, way: Way, budget: Budget): Generator<Arrival> {
    for (const { moment, events } of this.#leave(arrival, way.path, budget))
      yield { stepId: way.to, moment, from: { arrival, way, events } };
  }

  #leave({ stepId: id, moment }: Arrival, path: string, budget: Budget): Iterable<Departure> {
    const step = this.#checked.bound.steps.get(id);
    if (step === undefined) return [];
    const failureTarget =
      step.failurePath === null ? null : this.#checked.target(id, step.failurePath);
    return leaveBy({ id, step, failureTarget }, path, moment, this.#candidates, budget);
  }

  /** Goes round until a round changes nothing: from then on every round is the same. The story tells the first. */
  #goRound(start: Arrival, round: readonly Way[], budget: Budget): Story | null {
    let told: Arrival | null = null;
    let arrival = start;
    for (let rounds = 0; rounds < mostRounds; rounds += 1) {
      const before = keyOf(arrival);
      for (const way of round) {
        const [next] = this.#go(arrival, way, budget);
        if (next === undefined) return null;
        arrival = next;
      }
      told ??= arrival;
      if (keyOf(arrival) === before) return toStory(arrival.moment, told);
    }
    return null;
  }
}

/** One of each in turn: what comes of one start must not use up the time of the others. */
function* inTurn<Value>(generators: readonly Generator<Value>[]): Generator<Value> {
  let open = generators;
  while (open.length > 0) {
    const next: Generator<Value>[] = [];
    for (const generator of open) {
      const { value, done } = generator.next();
      if (done === true) continue;
      next.push(generator);
      yield value;
    }
    open = next;
  }
}

/** All that decides how a run goes on. */
const keyOf = ({ stepId, moment }: Arrival): string =>
  JSON.stringify([
    stepId,
    moment.chosen,
    moment.variables,
    moment.memories,
    moment.contact,
    moment.conversation,
  ]);

const isAllowed = (arrival: Arrival, waysFrom: WaysFrom): boolean => {
  for (let { from } = arrival; from !== null; from = from.arrival.from) {
    const { from: stepId, path } = from.way;
    if (!waysFrom(stepId).some((way) => way.path === path)) return false;
  }
  return true;
};

/** How many ways each step is from the goal, among the steps that can be arrived at. */
const distancesTo = (
  goal: StepId,
  first: StepId,
  waysFrom: WaysFrom,
): ReadonlyMap<StepId, number> => {
  const into = new Map<StepId, StepId[]>();
  for (const id of walkFrom(first, waysFrom).keys()) {
    for (const { to } of waysFrom(id)) {
      const others = into.get(to);
      if (others === undefined) into.set(to, [id]);
      else others.push(id);
    }
  }
  const distances = new Map<StepId, number>([[goal, 0]]);
  for (const [id, distance] of distances)
    for (const before of into.get(id) ?? [])
      if (!distances.has(before)) distances.set(before, distance + 1);
  return distances;
};

/** Tells how a run came there; the facts are those of the last moment, when most has been decided about the start. */
const toStory = (
  { startsAt, occurrence, chosen }: Pretended,
  last: Arrival,
  events: readonly StepEvent[] = [],
  path: string | null = null,
): Story => {
  const moves: Move[] = [{ stepId: last.stepId, events, path }];
  for (let { from } = last; from !== null; from = from.arrival.from)
    moves.push({ stepId: from.way.from, events: from.events, path: from.way.path });
  const facts: { [path: string]: Json } = {};
  for (const [name, value] of Object.entries(chosen)) if (name !== clock) facts[name] = value;
  return { startsAt, occurrence, facts, moves: moves.reverse() };
};
