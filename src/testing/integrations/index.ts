/** An integration that only tests use: its actions, a workflow that calls them, and actors that do what a test says. */
export { type TestCall, callGraph, engineWithTestActions } from "./call-engine.ts";
export { CallWorld, type StoredCall, done } from "./call-world.ts";
export { type ScriptedActors, type SentCall, createScriptedActors } from "./scripted-actors.ts";
export { testActions, testKeyedWrite, testRead, testUnkeyedWrite } from "./test-actions.ts";
