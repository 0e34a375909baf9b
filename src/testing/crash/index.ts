/** A server process that dies, the story it dies in, and what must be true afterwards. */
export { callActions, findCallMistakes, playCalls } from "./call-story.ts";
export { type FakeProvider, startFakeProvider } from "./fake-provider.ts";
export { findMistakes } from "./ledger-check.ts";
export { type ProcessThatDies, buildChild, startProcessThatDies } from "./process-that-dies.ts";
export { crashGraph, crowd, play } from "./scenario.ts";
