/** The nouns: types, schemas, ids and limits that every room shares. Nothing here acts or decides. */
export * from "./assignment.ts";
export * from "./call.ts";
export * from "./condition.ts";
export * from "./conversation.ts";
export * from "./event.ts";
export * from "./graph.ts";
export * from "./ids.ts";
export * from "./limits.ts";
export * from "./localized-text.ts";
export * from "./occurrence.ts";
export * from "./people.ts";
export * from "./problem.ts";
export * from "./run.ts";
export * from "./settings.ts";
export * from "./values.ts";
export * from "./workflow.ts";
export * from "./workspace.ts";
