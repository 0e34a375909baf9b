/** Runner: the durable loop. process → commit → acknowledge → announce; timers and a sweep beside it. */
export { type CrashPoint, type CrashPointName, crashPoints } from "./crash-points.ts";
export { type Runner, type RunnerOptions, type RunnerState, startRunner } from "./start-runner.ts";
export { type Actors, type CallOptions, notConnected } from "./dispatch/actors.ts";
export type { Engine } from "./engine.ts";
