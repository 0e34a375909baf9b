/** The engine with a pretend world around it: clock, people and assignments in memory. For tests, the command line and the simulator. */
export { pretendActions } from "./pretend-actions.ts";
export { type Happening, PretendWorld, type WorldSetup } from "./pretend-world.ts";
export { type ComparedLine, compareLines, countChanges } from "./simulation/compare-lines.ts";
export { playAct } from "./simulation/play-act.ts";
export {
  type PlayedSimulation,
  playSimulation,
  type SimulationRefusal,
} from "./simulation/play-simulation.ts";
export type { SimulatedWorkflow, SimulatedWorld } from "./simulation/simulated-world.ts";
export type {
  SimulatedCall,
  SimulatedMessage,
  SimulatedVariable,
  SimulationState,
} from "./simulation/simulation-state.ts";
export { Stage } from "./simulation/stage.ts";
export { beforeClockChange, nextSundayNight, toWallClock } from "./simulation/wall-clock.ts";
export { parseAct } from "./story/parse-act.ts";
export { playStory, StoryPlayer, type StoryTools } from "./story/play-story.ts";
export type { StoryWorkflow, UseFile } from "./story/story.ts";
