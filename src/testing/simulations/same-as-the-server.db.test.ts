import { createStore } from "#server/store";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { testDatabase } from "../database/test-database.ts";
import { PlayingServer } from "./playing-server.ts";
import { randomSimulation } from "./random-simulation.ts";
import { happenedOnServer, happenedOnStage } from "./what-happened.ts";

const database = testDatabase(import.meta.url);
const store = createStore({ connectionString: database.connectionString });
const server = new PlayingServer(store);
afterAll(async () => {
  await server.stop();
  await store.close();
});

/** Drawn once; another number draws other graphs and other customers. */
const seeds = Array.from({ length: 30 }, (_, index) => 20_261_124 + index);

test.each(seeds)(
  "seed %i: simulator and server take the same path with the same messages",
  async (seed) => {
    const [simulation] = fc.sample(randomSimulation, { seed, numRuns: 1 });
    if (simulation === undefined) throw new Error("nothing was drawn");
    const { workspaceId, stage } = await server.play(simulation);
    expect(await happenedOnServer(store, workspaceId)).toEqual(happenedOnStage(stage));
  },
  60_000,
);
