/** The engine with a pretend world around it: clock, people and assignments in memory. For tests, the command line and the simulator. */
export { pretendActions } from "./pretend-actions.ts";
export { type Happening, PretendWorld, type WorldSetup } from "./pretend-world.ts";
export { parseAct } from "./story/parse-act.ts";
export { playStory, StoryPlayer, type StoryTools } from "./story/play-story.ts";
export type { StoryWorkflow, UseFile } from "./story/story.ts";
