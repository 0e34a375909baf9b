/** What the tests of insights share: a workflow's runs played by the real runner, and a count of them by hand. */
export { countByHand, type HandCount, type History, readHistory } from "./count-by-hand.ts";
export { countedGraph } from "./counted-graph.ts";
export { diceOf, generateRuns } from "./generate-runs.ts";
