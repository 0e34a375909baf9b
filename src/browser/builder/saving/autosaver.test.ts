import type { Graph } from "#core/domain";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { SaveResult, SaveState } from "./autosaver.ts";
import { Autosaver } from "./autosaver.ts";

const aGraph = (x: number): Graph => ({
  format: 1,
  trigger: {
    type: "manual",
    config: {},
    conditions: { match: "all", conditions: [] },
    frequency: { every: "time" },
    on_takeover: "pause",
  },
  trigger_position: { x, y: 0 },
  steps: [],
  notes: [],
  silent_ends: [],
  edges: [],
});

/** A server that answers as it is told and remembers what it was given. */
function aServer(answers: readonly SaveResult[] = []) {
  const given: { graph: Graph; revision: number }[] = [];
  const states: SaveState["kind"][] = [];
  const save = (graph: Graph, revision: number) => {
    given.push({ graph, revision });
    return Promise.resolve(
      answers[given.length - 1] ?? ({ kind: "saved", revision: revision + 1 } satisfies SaveResult),
    );
  };
  const first = aGraph(0);
  return {
    given,
    states,
    first,
    saver: new Autosaver({
      revision: 7,
      saved: first,
      base: first,
      save,
      onState: ({ kind }) => void states.push(kind),
    }),
  };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("the autosaver", () => {
  it("saves once after editing pauses, with the newest graph", async () => {
    const { given, states, saver } = aServer();
    saver.change(aGraph(1));
    await vi.advanceTimersByTimeAsync(300);
    saver.change(aGraph(2));
    await vi.advanceTimersByTimeAsync(2_000);
    expect(given.map(({ graph }) => graph.trigger_position.x)).toEqual([2]);
    expect(states.at(-1)).toBe("saved");
  });

  it("names the revision of the save before", async () => {
    const { given, saver } = aServer();
    saver.change(aGraph(1));
    await vi.advanceTimersByTimeAsync(2_000);
    saver.change(aGraph(2));
    await vi.advanceTimersByTimeAsync(2_000);
    expect(given.map(({ revision }) => revision)).toEqual([7, 8]);
  });

  it("tries again by itself until the server is back, and loses nothing", async () => {
    const down = { kind: "temporary", message: "unreachable" } as const;
    const { given, states, saver } = aServer([down, down]);
    saver.change(aGraph(1));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(states.at(-1)).toBe("retrying");
    saver.change(aGraph(2));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(given.at(-1)?.graph.trigger_position.x).toBe(2);
    expect(states.at(-1)).toBe("saved");
    expect(saver.isDirty()).toBe(false);
  });

  it("stops at somebody else's save until a person has chosen, then saves over theirs", async () => {
    const { given, states, saver } = aServer([{ kind: "conflict" }]);
    saver.change(aGraph(1));
    await vi.advanceTimersByTimeAsync(1_000);
    saver.change(aGraph(2));
    await vi.advanceTimersByTimeAsync(5_000);
    expect(states.at(-1)).toBe("conflict");
    expect(given).toHaveLength(1);
    saver.rebase(12, aGraph(9));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(given.at(-1)).toMatchObject({ graph: aGraph(2), revision: 12 });
    expect(states.at(-1)).toBe("saved");
  });

  it("keeps the draft and says so when saving is refused for good", async () => {
    const { states, saver } = aServer([{ kind: "refused", message: "gone", isGone: false }]);
    saver.change(aGraph(1));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(states.at(-1)).toBe("refused");
    expect(saver.unsaved()).toMatchObject({ graph: aGraph(1), revision: 7 });
  });

  it("keeps everything as unsaved once the workflow is gone, and saves no more", async () => {
    const { given, states, first, saver } = aServer();
    saver.lose("Mia deleted this workflow.");
    expect(saver.unsaved()).toMatchObject({ graph: first, revision: 7 });
    saver.change(aGraph(1));
    await vi.advanceTimersByTimeAsync(2_000);
    expect(given).toEqual([]);
    expect(states.at(-1)).toBe("refused");
  });

  it("flushes at once before publishing and says whether the server has it all", async () => {
    const { given, saver } = aServer([
      { kind: "saved", revision: 8 },
      { kind: "temporary", message: "" },
    ]);
    saver.change(aGraph(1));
    expect(await saver.flush()).toBe(true);
    saver.change(aGraph(2));
    expect(await saver.flush()).toBe(false);
    expect(given).toHaveLength(2);
    saver.stop();
  });

  it("has nothing to save after an undo back to what is saved", async () => {
    const { given, first, states, saver } = aServer();
    saver.change(aGraph(1));
    saver.change(first);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(given).toHaveLength(0);
    expect(states.at(-1)).toBe("saved");
  });
});
