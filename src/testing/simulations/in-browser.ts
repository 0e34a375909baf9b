/** Bundled by a scenario, so that a real browser plays the simulations that the server is compared with. */
import { playSeeds } from "./play-seeds.ts";

Reflect.set(globalThis, "playSeeds", playSeeds);
