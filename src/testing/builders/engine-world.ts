import {
  type Graph,
  graphSchema,
  type JsonObject,
  type LiveWorkflow,
  noAttention,
  toVersionId,
  toWorkflowId,
} from "#core/domain";
import {
  type ActionCatalogue,
  compileVersion,
  type EngineWorld,
  type LaneState,
} from "#core/engine";
import { actionCatalogue } from "#integrations";
import { stepCatalogue } from "#steps";
import { triggerCatalogue } from "#triggers";
import { aContact, aWorkspace, builtAt } from "./records.ts";

const at = { x: 0, y: 0 };

/** Builds a graph that goes from its trigger through these steps, each left by its first path. */
export const aChain = (
  trigger: string,
  ...steps: readonly (readonly [type: string, config: JsonObject])[]
): Graph =>
  graphSchema.parse({
    format: 1,
    trigger: {
      type: trigger,
      config: {},
      conditions: { match: "all", conditions: [] },
      frequency: { every: "time" },
      on_takeover: "pause",
    },
    trigger_position: at,
    steps: steps.map(([type, config], index) => ({
      id: `s${index}`,
      type,
      name: "",
      config,
      position: at,
    })),
    edges: steps.map((_step, index) => {
      if (index === 0) return { from: "trigger", path: "next", to: "s0" };
      const [type = "", config] = steps[index - 1] ?? [];
      return {
        from: `s${index - 1}`,
        path: stepCatalogue.get(type)?.sketch(config).outputPaths[0]?.id ?? "next",
        to: `s${index}`,
      };
    }),
  });

/** Builds a world in which these graphs are live, the first with the highest priority. */
export const aWorld = (
  graphs: readonly Graph[],
  now = builtAt,
  actions: ActionCatalogue = actionCatalogue,
): EngineWorld => {
  const live = graphs.map((graph, priority) => {
    const workflowId = toWorkflowId(`00000000-0000-7000-8000-0000000000c${priority}`);
    const version = {
      id: toVersionId(`00000000-0000-7000-8000-0000000000d${priority}`),
      workflowId,
      number: 1,
      graph,
    };
    const compiled = compileVersion(version, stepCatalogue, triggerCatalogue, actions);
    if (!compiled.ok) throw new Error(compiled.problems.map(({ message }) => message).join("; "));
    const workflow: LiveWorkflow = { workflowId, name: `W${priority}`, priority, version };
    return { workflow, compiled: compiled.version };
  });
  return {
    now,
    workspace: aWorkspace(),
    steps: stepCatalogue,
    triggers: triggerCatalogue,
    actions,
    live,
    retired: [],
    version: (id) => live.find(({ compiled }) => compiled.id === id)?.compiled,
  };
};

/** Builds the lane of `aContact`, in which nothing has happened yet. */
export const aLane = (overrides: Partial<LaneState> = {}): LaneState => ({
  contact: aContact(),
  visitorSessions: [],
  conversations: [],
  runs: [],
  visits: [],
  timers: [],
  starts: [],
  attention: noAttention,
  goals: [],
  ...overrides,
});
