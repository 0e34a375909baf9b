import { day, finalRunStates, type Graph, limits, type Run } from "#core/domain";
import type { PretendWorld } from "#core/simulate";
import { verifyGraph } from "#core/verify";
import { stepCatalogue } from "#steps";
import { triggerCatalogue } from "#triggers";
import fc from "fast-check";
import { expect, it } from "vitest";
import { mendGraph } from "../builders/mend-graph.ts";
import { randomGraph, randomPeople } from "../builders/random-graph.ts";
import { aRandomWorld, playAll, randomActs } from "./play-at-random.ts";
import { randomActions } from "./random-actions.ts";

const world = {
  members: new Set<string>(randomPeople.members),
  teams: new Set<string>([randomPeople.team]),
  actions: randomActions,
};
/** Warnings that say nothing about where a run goes: a text may show less, an answer may come late. An action fails without its inputs. */
const harmless = new Set(["variable_maybe_unset", "unknown_field", "answer_comes_too_late"]);
const hasNoFindings = (graph: Graph): boolean =>
  verifyGraph(graph, stepCatalogue, triggerCatalogue, world).every(
    ({ code, stepId }) =>
      harmless.has(code) && graph.steps.find(({ id }) => id === stepId)?.type !== "run_action",
  );

it("never leaves a run of a draft without findings stuck, and never fails one by itself", () => {
  fc.assert(
    fc.property(randomGraph.map(mendGraph).filter(hasNoFindings), randomActs, (graph, acts) => {
      const played = aRandomWorld([graph]);
      playAll(played, acts);
      // Nothing but time passes in the end: timers fire one after the other.
      played.advance(2 * day);
      for (const run of runsOf(played)) {
        // Waiting a minute at a time for days, a run comes to the ten thousand steps that it has in all.
        if (run.visitCount >= limits.stepsPerRun) continue;
        expect(run.problem?.code ?? "none").not.toMatch(/runaway|missing|internal|does_not_wait/);
        // What another machine refuses is no fault of the draft.
        const isRefused = run.lastCall !== null && run.lastCall.outcome !== "done";
        if (!isRefused) expect(run.state).not.toBe("failed");
        if (!finalRunStates.includes(run.state)) expect(whatCanCome(played, run)).not.toBe("");
      }
    }),
    { numRuns: 1_000 },
  );
}, 300_000);

const runsOf = ({ happenings }: PretendWorld): readonly Run[] => [
  ...new Map(
    happenings.flatMap(({ outcome }) => outcome.changes.runs).map((run) => [run.id, run]),
  ).values(),
];

/** What may set a parked run going again. */
const whatCanCome = (played: PretendWorld, run: Run): string => {
  const { timers, conversations } = played.lane(run.contactId);
  return [
    timers.some(({ visitId }) => visitId === run.visitId) ? "a timer" : "",
    run.wait?.takesReply === true ? "a reply" : "",
    run.wait?.for === "assignee" &&
    conversations.some(({ id, status }) => id === run.conversationId && status === "open")
      ? "an assignee"
      : "",
  ].join("");
};
