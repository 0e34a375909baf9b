/** Records and contexts with overrides, for tests of pure rooms: nothing here loads the server. */
export * from "./answers.ts";
export * from "./drawn-graph.ts";
export * from "./engine-world.ts";
export * from "./events.ts";
export * from "./random-graph.ts";
export * from "./records.ts";
export * from "./step-context.ts";
export * from "./triggers.ts";
