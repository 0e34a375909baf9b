/** What tests and benches of the runner share; needs no test runner itself. */
export { type Opened, assignmentDesk, pick } from "./assignment-desk.ts";
export { assignGraph } from "./assign-graph.ts";
export { aMessage, newContactId } from "./new-events.ts";
export { realEngine } from "./real-engine.ts";
export { type SeededWorkspace, seedWorkspace } from "./seed-workspace.ts";
export { supportRunGraph } from "./support-run.ts";
