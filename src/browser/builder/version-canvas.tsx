import { type Canvas, WorkflowGraph } from "#browser/graph";
import { stepCatalogue } from "#steps";
import { triggerCatalogue } from "#triggers";
import { looks } from "./editors-by-type.ts";
import { useDescribe } from "./world/use-describe.ts";
import { useNames } from "./world/use-names.ts";

/** Draws a graph to look at, with the words and looks of every type of step. */
export const VersionCanvas: Canvas = ({ graph, ...drawn }) => (
  <WorkflowGraph
    {...drawn}
    graph={graph}
    steps={stepCatalogue}
    triggers={triggerCatalogue}
    looks={looks}
    describe={useDescribe(useNames(), graph)}
  />
);
