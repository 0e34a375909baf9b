import { graphSchema } from "#core/domain";
import { compileVersion } from "#core/engine";
import type { Engine } from "#server/runner";
import { triggerCatalogue } from "#triggers";
import { realEngine } from "../runner/real-engine.ts";
import { callStep } from "./call-step.ts";

const steps: Engine["steps"] = new Map([...realEngine.steps, [callStep.type, callStep]]);

/** The engine as production wires it, with the step that tests make calls with. */
export const engineWithCallStep: Engine = {
  ...realEngine,
  steps,
  compileVersion(version) {
    const result = compileVersion(version, steps, triggerCatalogue);
    return result.ok ? result.version : undefined;
  },
};

const at = { x: 0, y: 0 };

/** Makes one call when a contact writes first, then says what it came to. */
export const callGraph = (config: object) =>
  graphSchema.parse({
    format: 1,
    trigger: {
      type: "conversation_opened",
      config: {},
      conditions: { match: "all", conditions: [] },
      frequency: { every: "time" },
      on_takeover: "pause",
    },
    trigger_position: at,
    steps: [{ id: "call", type: "test_call", name: "Call", config, position: at }],
    edges: [{ from: "trigger", path: "next", to: "call" }],
  });
