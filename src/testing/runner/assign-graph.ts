import { type Graph, type JsonObject, graphSchema } from "#core/domain";

const at = { x: 0, y: 0 };

/** A workflow that does nothing but assign every new conversation as told. */
export const assignGraph = (config: JsonObject): Graph =>
  graphSchema.parse({
    format: 1,
    trigger: {
      type: "conversation_opened",
      config: { channels: ["widget"], opened: "new" },
      conditions: { match: "all", conditions: [] },
      frequency: { every: "time" },
      on_takeover: "pause",
    },
    trigger_position: at,
    steps: [{ id: "assign", type: "assign_to", name: "assign", config, position: at }],
    edges: [{ from: "trigger", path: "next", to: "assign" }],
  });
