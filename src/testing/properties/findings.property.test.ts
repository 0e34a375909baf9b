import type { Graph } from "#core/domain";
import { type Finding, verifyGraph } from "#core/verify";
import { stepCatalogue } from "#steps";
import { triggerCatalogue } from "#triggers";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aDrawnGraph } from "#testing/builders";
import { randomGraph, randomPeople } from "../builders/random-graph.ts";
import { randomActions } from "./random-actions.ts";
import { StoryPlayer } from "./play-finding.ts";

const numRuns = 1_000;

const world = {
  members: new Set<string>(randomPeople.members),
  teams: new Set<string>([randomPeople.team]),
  actions: randomActions,
};
const verify = (graph: Graph): readonly Finding[] =>
  verifyGraph(graph, stepCatalogue, triggerCatalogue, world);

/** The question takes texts at once by mail and joins them in the chat; which it is was once left open until the branch. */
const onceWrong: [Graph][] = [
  [
    aDrawnGraph({
      s0: ["ask_question", { text: "Hi", answer: { type: "text" } }, { answered: "s1" }],
      s1: [
        "branch",
        {
          branches: [
            {
              id: "mail",
              name: "Mail",
              match: "any",
              conditions: [
                { field: "conversation.channel", operator: "not_equals", value: "widget" },
              ],
            },
          ],
        },
        { mail: "s1", default: "s0" },
      ],
    }),
  ],
];

describe("the way of a finding", () => {
  it("is walked by the engine when its story is played, and ends where the finding says", () => {
    const told = { drawn: 0, played: 0 };
    fc.assert(
      fc.property(randomGraph, (graph) => {
        for (const finding of verify(graph)) {
          const { story } = finding;
          if (finding.path.length > 0) told[story === null ? "drawn" : "played"] += 1;
          if (story === null) continue;
          const player = new StoryPlayer(graph, story);
          player.play();
          const moves = story.moves.map(({ stepId, path }) => [stepId, path]);
          const walked = player.walked().map(({ stepId, path }) => [stepId, path]);
          expect(walked.slice(0, moves.length - 1)).toEqual(moves.slice(0, -1));
          expect(walked[moves.length - 1]?.[0]).toBe(moves.at(-1)?.[0]);
          shows(finding, graph, player);
        }
      }),
      { numRuns, examples: onceWrong },
    );
    // Random conditions often contradict one another, and then there is no story; most ways have one.
    expect(told.played).toBeGreaterThan(told.drawn);
  }, 300_000);
});

/** Checks that the run is in the state that the finding speaks of. */
const shows = ({ code, story, message }: Finding, graph: Graph, player: StoryPlayer): void => {
  const { run } = player;
  const last = story?.moves.at(-1);
  const at = graph.steps.find(({ id }) => id === last?.stepId);
  switch (code) {
    case "variable_maybe_unset": {
      const [, name = ""] = /“(.+?)”/.exec(message) ?? [];
      // A model that answers needs no fallback text, so its variables are not missed.
      if (at?.config["mode"] === "ai") return;
      // A step that goes on at once may have given it a value since: what counts is the visit itself.
      const visit = player.walked()[(story?.moves.length ?? 0) - 1];
      expect(JSON.stringify(visit?.evidence)).toContain(name);
      return;
    }
    case "unwired_path":
    case "open_end":
      expect(run).toMatchObject({
        state: "completed",
        outcome: { kind: "ended", stepId: last?.stepId, path: last?.path },
      });
      if (code === "open_end") expect(player.conversationIsUnattended()).toBe(true);
      return;
    case "unbounded_loop":
      if (run?.state === "failed") expect(run.problem?.code).toBe("runaway");
      else expect(player.answerOnAndOn(100)).toBe(100);
      return;
    default:
  }
};
