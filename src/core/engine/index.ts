/** Decides: which workflows an event starts and how each run moves on. Pure: the same code in server, browser and command line. */
export * from "./compile.ts";
export * from "./lane.ts";
export * from "./settle-assignment.ts";
export * from "./step-contract.ts";
export * from "./trigger-contract.ts";
