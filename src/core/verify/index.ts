/** Checks a draft over every path before it is published: the same findings live in the builder and at publish on the server. */
export type { CheckedWorkflow, CheckedWorld } from "./checked-world.ts";
export type { Finding } from "./finding.ts";
export type { Move, Story } from "./story/story.ts";
export { findVariables, type VariableHere } from "./variables-here.ts";
export { verifyGraph } from "./verify-graph.ts";
export type { Way } from "./ways/reach.ts";
