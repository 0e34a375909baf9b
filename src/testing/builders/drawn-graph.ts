import { type Graph, graphSchema, type JsonObject } from "#core/domain";

/** Steps by id as `[type, config, where its paths lead]`. */
export type DrawnSteps = Readonly<
  Record<string, readonly [string, object, Readonly<Record<string, string>>?]>
>;

const at = { x: 0, y: 0 };

/** Builds a graph as it would be drawn: the trigger leads to the first step. `trigger` overrides parts of one for any new conversation. */
export const aDrawnGraph = (
  steps: DrawnSteps,
  {
    trigger = {},
    ...others
  }: { readonly trigger?: object; readonly silent_ends?: readonly JsonObject[] } = {},
): Graph => {
  const [first] = Object.keys(steps);
  return graphSchema.parse({
    format: 1,
    trigger: {
      type: "conversation_opened",
      config: {},
      conditions: { match: "all", conditions: [] },
      frequency: { every: "time" },
      on_takeover: "pause",
      ...trigger,
    },
    trigger_position: at,
    steps: Object.entries(steps).map(([id, [type, config]]) => ({
      id,
      type,
      name: "",
      config,
      position: at,
    })),
    edges: [
      ...(first === undefined ? [] : [{ from: "trigger", path: "next", to: first }]),
      ...Object.entries(steps).flatMap(([from, [, , to = {}]]) =>
        Object.entries(to).map(([path, target]) => ({ from, path, to: target })),
      ),
    ],
    ...others,
  });
};
