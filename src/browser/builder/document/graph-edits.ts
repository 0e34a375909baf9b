import type { Edge, Graph, JsonObject, Step, StepId } from "#core/domain";
import type { OutputPath, StepCatalogue } from "#core/engine";
import type { CardId } from "./card.ts";

/** The one way out of a trigger. */
const triggerPath: OutputPath = { id: "next", title: "Next", isRequired: true };

export const findStep = (graph: Graph, id: StepId): Step | undefined =>
  graph.steps.find((step) => step.id === id);

/** The ways out of a card, also while its config is wrong; none for a type nobody knows. */
export function outputPathsOf(
  graph: Graph,
  card: CardId,
  catalogue: StepCatalogue,
): readonly OutputPath[] {
  if (card === "trigger") return [triggerPath];
  const step = findStep(graph, card);
  return step === undefined
    ? []
    : (catalogue.get(step.type)?.sketch(step.config).outputPaths ?? []);
}

/** Whether the card has that way out. */
export const hasPath = (
  graph: Graph,
  { from, path }: Pick<Edge, "from" | "path">,
  catalogue: StepCatalogue,
): boolean => outputPathsOf(graph, from, catalogue).some((own) => own.id === path);

/** The first way out of a card that leads nowhere yet. */
export function firstLoosePath(
  graph: Graph,
  card: CardId,
  catalogue: StepCatalogue,
): string | null {
  const taken = new Set(graph.edges.filter((edge) => edge.from === card).map((edge) => edge.path));
  return outputPathsOf(graph, card, catalogue).find((path) => !taken.has(path.id))?.id ?? null;
}

/** Draws an edge; the one that left from the same path gives way. */
export const withEdge = (graph: Graph, edge: Edge): Graph => ({
  ...graph,
  edges: [...graph.edges.filter((old) => old.from !== edge.from || old.path !== edge.path), edge],
});

export const replaceStep = (graph: Graph, id: StepId, change: (step: Step) => Step): Graph => ({
  ...graph,
  steps: graph.steps.map((step) => (step.id === id ? change(step) : step)),
});

/** Gives a step another config and drops the edges of paths that its old config had and the new one has not. */
export function withConfig(
  graph: Graph,
  id: StepId,
  config: JsonObject,
  catalogue: StepCatalogue,
): Graph {
  const before = new Set(outputPathsOf(graph, id, catalogue).map((path) => path.id));
  const changed = replaceStep(graph, id, (step) => ({ ...step, config }));
  const after = new Set(outputPathsOf(changed, id, catalogue).map((path) => path.id));
  const gone = changed.edges.filter(
    (edge) => edge.from === id && before.has(edge.path) && !after.has(edge.path),
  );
  return gone.length === 0
    ? changed
    : { ...changed, edges: changed.edges.filter((edge) => !gone.includes(edge)) };
}

/**
 * Takes steps out. A line into a removed step goes on to where the step's only wired path led,
 * so that deleting one card from the middle of a chain leaves the chain whole; unless lines are not to be joined.
 */
export function withoutSteps(
  graph: Graph,
  ids: readonly StepId[],
  catalogue: StepCatalogue,
  joinsLines = true,
): Graph {
  const removed = new Set(ids);
  const onward = (id: StepId, seen: ReadonlySet<StepId>): StepId | null => {
    if (!removed.has(id)) return id;
    if (!joinsLines || seen.has(id)) return null;
    const wired = graph.edges.filter((edge) => edge.from === id);
    const first = outputPathsOf(graph, id, catalogue).find((path) =>
      wired.some((edge) => edge.path === path.id),
    );
    const next = wired.find((edge) => edge.path === first?.id);
    return next === undefined || wired.length > 1 ? null : onward(next.to, new Set([...seen, id]));
  };
  const edges = graph.edges.flatMap((edge) => {
    if (edge.from !== "trigger" && removed.has(edge.from)) return [];
    const to = onward(edge.to, new Set());
    return to === null || to === edge.from ? [] : [to === edge.to ? edge : { ...edge, to }];
  });
  return { ...graph, steps: graph.steps.filter((step) => !removed.has(step.id)), edges };
}
