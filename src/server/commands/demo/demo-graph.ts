import { type Graph, type GraphTrigger, type JsonObject, graphSchema } from "#core/domain";

/** A card of a demo workflow: what it is, where it stands, and where its paths lead. */
export interface DemoStep {
  readonly type: string;
  readonly name: string;
  /** Column and row on the canvas. */
  readonly at: readonly [column: number, row: number];
  readonly config: JsonObject;
  /** Step id by path. */
  readonly to?: { readonly [path: string]: string };
  /** Paths on which a run ends silently: somebody has the conversation already. */
  readonly silent?: readonly string[];
}

// cards are 264 wide and, with three paths, 170 high
const COLUMN = 350;
const ROW = 200;

/** Builds a graph from cards on a grid; the first card is where the trigger leads. */
export function demoGraph(
  trigger: {
    readonly type: string;
    readonly config: JsonObject;
    readonly frequency?: GraphTrigger["frequency"];
  },
  steps: { readonly [id: string]: DemoStep },
): Graph {
  const [first] = Object.keys(steps);
  return graphSchema.parse({
    format: 1,
    trigger: {
      type: trigger.type,
      config: trigger.config,
      conditions: { match: "all", conditions: [] },
      frequency: trigger.frequency ?? { every: "time" },
      on_takeover: "end",
    },
    trigger_position: { x: 0, y: 0 },
    steps: Object.entries(steps).map(
      ([
        id,
        {
          type,
          name,
          at: [column, row],
          config,
        },
      ]) => ({
        id,
        type,
        name,
        config,
        position: { x: column * COLUMN, y: row * ROW },
      }),
    ),
    edges: [
      { from: "trigger", path: "next", to: first },
      ...Object.entries(steps).flatMap(([from, { to = {} }]) =>
        Object.entries(to).map(([path, target]) => ({ from, path, to: target })),
      ),
    ],
    silent_ends: Object.entries(steps).flatMap(([from, { silent = [] }]) =>
      silent.map((path) => ({ from, path })),
    ),
  });
}
