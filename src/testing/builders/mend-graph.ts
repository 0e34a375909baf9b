import { type Graph, graphSchema, stepIdSchema } from "#core/domain";
import { stepCatalogue } from "#steps";

const closing = stepIdSchema.parse("closing");

/** Mends what a person would mend at once: leaves out steps that no path leads to, lets required paths lead to a closing step, and says of the others that they end silently. */
export const mendGraph = (graph: Graph): Graph => {
  const reached = new Set<string>(["trigger"]);
  // A Set yields what is added while it is walked.
  for (const id of reached)
    for (const { from, to } of graph.edges) if (from === id) reached.add(to);
  const steps = graph.steps.filter(({ id }) => reached.has(id));
  const edges = graph.edges.filter(({ from }) => reached.has(from));
  const loose = steps.flatMap(({ id, type, config }) =>
    (stepCatalogue.get(type)?.sketch(config).outputPaths ?? [])
      .filter((path) => !edges.some((edge) => edge.from === id && edge.path === path.id))
      .map((path) => ({ from: id, path: path.id, isRequired: path.isRequired })),
  );
  const toWire = loose.filter(({ isRequired }) => isRequired);
  return graphSchema.parse({
    ...graph,
    steps: [
      ...steps,
      ...(toWire.length === 0
        ? []
        : [
            {
              id: closing,
              type: "close_conversation",
              name: "",
              config: {},
              position: { x: 0, y: 0 },
            },
          ]),
    ],
    edges: [...edges, ...toWire.map(({ from, path }) => ({ from, path, to: closing }))],
    silent_ends: loose
      .filter(({ isRequired }) => !isRequired)
      .map(({ from, path }) => ({ from, path })),
  });
};
