import { createStore } from "#server/store";
import { afterAll, expect, test } from "vitest";
import { testDatabase } from "../database/test-database.ts";
import { drawSimulation, simulationSeeds } from "./play-seeds.ts";
import { PlayingServer } from "./playing-server.ts";
import { tellServer } from "./tell-server.ts";
import { tellStage } from "./tell-simulation.ts";

const database = testDatabase(import.meta.url);
const store = createStore({ connectionString: database.connectionString });
const server = new PlayingServer(store);
afterAll(async () => {
  await server.stop();
  await store.close();
});

test.each(simulationSeeds)(
  "seed %i: simulator and server take the same path with the same messages",
  async (seed) => {
    const { workspaceId, stage } = await server.play(drawSimulation(seed));
    expect(await tellServer(store, workspaceId)).toEqual(tellStage(stage));
  },
  60_000,
);
