import { finalRunStates, type Graph, limits } from "#core/domain";
import type { LaneOutcome } from "#core/engine";
import type { Happening, PretendWorld } from "#core/simulate";
import { verifyGraph } from "#core/verify";
import { stepCatalogue } from "#steps";
import { triggerCatalogue } from "#triggers";
import fc from "fast-check";
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { randomGraph, randomPeople } from "../builders/random-graph.ts";
import { aRandomWorld, playAll, randomActs, type RandomAct } from "./play-at-random.ts";

/** Enough to meet most mistakes in a second or two; raised by hand when the engine changes. */
const numRuns = 25;

const people = {
  members: new Set<string>(randomPeople.members),
  teams: new Set<string>([randomPeople.team]),
};
const hasNoErrors = (graph: Graph): boolean =>
  verifyGraph(graph, stepCatalogue, triggerCatalogue, people).every(
    ({ severity }) => severity === "warning",
  );
const verified = fc.array(randomGraph.filter(hasNoErrors), { minLength: 1, maxLength: 3 });

const play = (graphs: readonly Graph[], acts: readonly RandomAct[]): PretendWorld => {
  const world = aRandomWorld(graphs);
  playAll(world, acts);
  return world;
};

/** Checks a statement about every event of random plays of random verified workflows. */
const always = (check: (happening: Happening, world: PretendWorld) => void): void => {
  fc.assert(
    fc.property(verified, randomActs, (graphs, acts) => {
      const world = play(graphs, acts);
      for (const happening of world.happenings) check(happening, world);
    }),
    { numRuns },
  );
};

describe("the engine, whatever is drawn and whatever happens", () => {
  it("gives the same outcomes, ids included, when everything is played again", () => {
    fc.assert(
      fc.property(verified, randomActs, (graphs, acts) => {
        expect(play(graphs, acts).happenings).toEqual(play(graphs, acts).happenings);
      }),
      { numRuns },
    );
  });

  it("never changes the lane it was given", () => {
    always(({ before, outcome }) => {
      deepFreeze(before);
      deepFreeze(outcome.lane);
    });
    fc.assert(
      fc.property(verified, randomActs, (graphs, acts) => {
        const world = aRandomWorld(graphs);
        for (const act of acts) {
          for (const { outcome } of world.happenings.slice(-1)) deepFreeze(outcome.lane);
          playAll(world, [act]);
        }
      }),
      { numRuns },
    );
  });

  it("numbers messages without gaps and makes no id twice", () => {
    fc.assert(
      fc.property(verified, randomActs, (graphs, acts) => {
        const { happenings } = play(graphs, acts);
        const messages = happenings.flatMap(({ outcome }) => outcome.changes.messages);
        const last = new Map<string, number>();
        for (const { conversationId, sequence } of messages) {
          expect(sequence).toBe((last.get(conversationId) ?? 0) + 1);
          last.set(conversationId, sequence);
        }
        const keys = happenings.flatMap(({ outcome }) => outcome.requests).map(({ key }) => key);
        expect(new Set(keys).size).toBe(keys.length);
        const ids = new Map<string, string>();
        for (const [kind, id] of happenings.flatMap(idsOf))
          expect(ids.get(id) ?? kind).toBe(ids.set(id, kind).get(id));
      }),
      { numRuns },
    );
  });

  it("gives the floor only to a run that may still speak, and to one at a time", () => {
    always(({ outcome: { lane } }) => {
      for (const { id, floor, status } of lane.conversations) {
        if (floor.holder !== "run") continue;
        const run = lane.runs.find((each) => each.id === floor.runId);
        expect(run?.isCustomerFacing).toBe(true);
        expect(run?.conversationId).toBe(id);
        expect(
          status === "open" || run?.wait?.keepAfterClose === true || run?.wait?.for !== "time",
        ).toBe(true);
      }
    });
  });

  it("leaves every run waiting, paused or ended, and no timer without its run", () => {
    always(({ outcome: { lane, changes } }) => {
      for (const run of lane.runs) {
        expect(["waiting", "paused"]).toContain(run.state);
        expect(run.wait).not.toBeNull();
        expect(lane.visits.some(({ id, leftAt }) => id === run.visitId && leftAt === null)).toBe(
          true,
        );
        // A caller's wait ends with what it called, which has a moment of its own.
        if (run.wait?.for !== "child")
          expect(lane.timers.some(({ visitId }) => visitId === run.visitId)).toBe(true);
      }
      for (const { visitId, conversationId } of lane.timers)
        expect(
          visitId === null
            ? lane.conversations.some(({ id }) => id === conversationId)
            : lane.runs.some((run) => run.visitId === visitId),
        ).toBe(true);
      for (const run of changes.runs)
        if (finalRunStates.includes(run.state))
          expect([run.wait, run.visitId, run.endedAt === null]).toEqual([null, null, false]);
    });
  });

  it("changes a run's state only as its README draws", () => {
    const readme = readFileSync(
      path.join(import.meta.dirname, "../../core/engine/runs/README.md"),
      "utf8",
    );
    const drawn = new Set(
      [...readme.matchAll(/^ {2}(\w+) --> (\w+):/gm)].map(([, from, to]) => `${from} ${to}`),
    );
    always(({ before, outcome }) => {
      for (const run of outcome.changes.runs) {
        const was = before.runs.find(({ id }) => id === run.id)?.state ?? "start";
        expect(drawn).toContain(`${was} ${run.state}`);
      }
    });
  });

  it("leaves no visit open behind a run", () => {
    fc.assert(
      fc.property(verified, randomActs, (graphs, acts) => {
        const world = play(graphs, acts);
        const visits = new Map(
          world.happenings
            .flatMap(({ outcome }) => outcome.changes.visits)
            .map((visit) => [visit.id, visit]),
        );
        const standing = new Set(
          world.happenings.at(-1)?.outcome.lane.runs.map(({ visitId }) => visitId),
        );
        for (const visit of visits.values())
          expect(visit.leftAt === null).toBe(standing.has(visit.id));
      }),
      { numRuns },
    );
  });

  it("closes no conversation under a run that should have ended with it", () => {
    always(({ outcome: { lane } }) => {
      for (const run of lane.runs) {
        const conversation = lane.conversations.find(({ id }) => id === run.conversationId);
        const startedBefore =
          conversation?.closedAt != null && run.startedAt < conversation.closedAt;
        if (
          conversation?.status === "closed" &&
          startedBefore &&
          run.wait?.keepAfterClose === false
        ) {
          // A run kept after close may have moved on to another step since.
          expect(run.visitCount).toBeGreaterThan(1);
        }
      }
    });
  });

  it("changes nothing when a timer or an assignment's answer comes a second time", () => {
    fc.assert(
      fc.property(verified, randomActs, (graphs, acts) => {
        const world = play(graphs, acts);
        for (const { event } of world.happenings.filter(
          ({ event: { body } }) =>
            body.type === "timer_due" ||
            (body.type === "assignment_settled" && body.outcome.kind === "assigned"),
        )) {
          if (event.contactId === null) continue;
          world.happen(event.contactId, event.body);
          const again = world.happenings.at(-1);
          expect(again === undefined ? [] : changedRows(again.outcome)).toEqual([]);
          expect(again?.outcome.problem?.code).toMatch(/^(stale_timer|run_not_waiting)$/);
        }
      }),
      { numRuns },
    );
  });
});

it("ends a run that goes round without waiting by its step budget", () => {
  fc.assert(
    fc.property(randomGraph, randomActs, (graph, acts) => {
      for (const { outcome } of play([graph], acts).happenings) {
        for (const run of outcome.changes.runs)
          expect(run.visitCount).toBeLessThanOrEqual(limits.stepsPerRun);
        expect(outcome.changes.visits.length).toBeLessThanOrEqual(3 * limits.stepsBetweenWaits);
      }
    }),
    { numRuns },
  );
});

const idsOf = ({ outcome: { changes } }: Happening): readonly (readonly [string, string])[] => [
  ...changes.runs.map(({ id }) => [`run`, id] as const),
  ...changes.visits.map(({ id, runId }) => [`visit of ${runId}`, id] as const),
  ...changes.timersSet.map(({ id, runId, name }) => [`timer ${name} of ${runId}`, id] as const),
  ...changes.messages.map(
    ({ id, conversationId, sequence }) => [`message ${sequence} of ${conversationId}`, id] as const,
  ),
  ...changes.conversations.map(({ id }) => ["conversation", id] as const),
];

const changedRows = ({ changes }: LaneOutcome): readonly unknown[] =>
  [
    changes.contact,
    ...changes.conversations,
    ...changes.messages,
    ...changes.runs,
    ...changes.visits,
    ...changes.timersSet,
    ...changes.timersCleared,
    ...changes.decisions,
  ].filter((row) => row !== null);

const deepFreeze = (value: unknown): void => {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return;
  Object.freeze(value);
  for (const part of Object.values(value)) deepFreeze(part);
};
