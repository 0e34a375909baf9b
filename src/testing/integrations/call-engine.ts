import { graphSchema } from "#core/domain";
import { type ActionCatalogue, compileVersion } from "#core/engine";
import { actionCatalogue } from "#integrations";
import type { Engine } from "#server/runner";
import { stepCatalogue } from "#steps";
import { triggerCatalogue } from "#triggers";
import { realEngine } from "../runner/real-engine.ts";
import { testActions } from "./test-actions.ts";

const actions: ActionCatalogue = new Map([...actionCatalogue, ...testActions]);

/** The engine as production wires it, with the test integration connected. */
export const engineWithTestActions: Engine = {
  ...realEngine,
  actions,
  compileVersion(version) {
    const result = compileVersion(version, stepCatalogue, triggerCatalogue, actions);
    return result.ok ? result.version : undefined;
  },
};

/** One use of an action of the test integration. */
export interface TestCall {
  readonly action: string;
  readonly timeoutSeconds?: number;
  /** In euros. */
  readonly amount?: number;
  readonly perContact?: number;
  readonly perDay?: number;
}

const at = { x: 0, y: 0 };

/** Calls an action with what a contact writes first, and says what it answered. */
export const callGraph = (call: TestCall) =>
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
    steps: [
      {
        id: "call",
        type: "run_action",
        name: "Call",
        position: at,
        config: {
          action: call.action,
          input: {
            text: { template: "{{ trigger.message }}" },
            ...(call.amount === undefined
              ? {}
              : { amount: { literal: call.amount }, currency: { literal: "EUR" } }),
          },
          confirm: false,
          save_to: "result",
          timeout_seconds: call.timeoutSeconds ?? 30,
          limits: { per_contact_30_days: call.perContact ?? null, per_day: call.perDay ?? null },
        },
      },
      {
        id: "said",
        type: "send_message",
        name: "Said",
        position: at,
        config: { text: "done: {{ result }}" },
      },
    ],
    edges: [
      { from: "trigger", path: "next", to: "call" },
      { from: "call", path: "success", to: "said" },
    ],
  });
