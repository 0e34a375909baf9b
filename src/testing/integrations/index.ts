/** An integration that only tests use: its actions, a step that calls them, and actors that do what a test says. */
export { callStep } from "./call-step.ts";
export { callGraph, engineWithCallStep } from "./call-engine.ts";
export { CallWorld, type StoredCall, done } from "./call-world.ts";
export { type ScriptedActors, type SentCall, createScriptedActors } from "./scripted-actors.ts";
export { testActions, testKeyedWrite, testRead, testUnkeyedWrite } from "./test-actions.ts";
