import type { Graph } from "#core/domain";
import type { StepCatalogue, StepType, TriggerType } from "#core/engine";

const stepType = (type: string, pathsOf: (count: number) => number): StepType => ({
  type,
  title: type,
  description: "",
  initialConfig: { paths: 1 },
  example: { paths: 1 },
  bind: () => ({ ok: false, problems: [] }),
  sketch: (config) => {
    const count =
      typeof config === "object" &&
      config !== null &&
      "paths" in config &&
      typeof config.paths === "number"
        ? config.paths
        : 1;
    return {
      summary: "",
      outputPaths: Array.from({ length: pathsOf(count) }, (_, index) => ({
        id: `p${index}`,
        title: `Path ${index}`,
        isRequired: index === 0,
      })),
    };
  },
});
/** One type whose config says how many paths it has, one with a single path, and one without any. */
export const testStepTypes = [
  stepType("many", (count) => count),
  stepType("one", () => 1),
  stepType("last", () => 0),
] as const;
/** How large a card is drawn. */
export const testCardSize = { width: 264, heightOf: (paths: number) => 100 + 30 * paths };
export const testCatalogue: StepCatalogue = new Map(testStepTypes.map((type) => [type.type, type]));
export const testTriggerType: TriggerType = {
  type: "page_view",
  title: "Page view",
  description: "",
  isSensed: true,
  on: "detection",
  isProactive: true,
  initialConfig: {},
  example: {},
  inputs: [],
  bind: () => ({ ok: false, problems: [] }),
};
export const emptyGraph: Graph = {
  format: 1,
  trigger: {
    type: "manual",
    config: {},
    conditions: { match: "all", conditions: [] },
    frequency: { every: "time" },
    on_takeover: "pause",
  },
  trigger_position: { x: 0, y: 0 },
  steps: [],
  notes: [],
  silent_ends: [],
  edges: [],
};
