import type { CardId, Focus } from "#browser/graph";
import { WorkflowGraph } from "#browser/graph";
import { stepCatalogue } from "#steps";
import { triggerCatalogue } from "#triggers";
import { useMemo } from "react";
import { looks } from "../editors-by-type.ts";
import { useDescribe } from "../world/use-describe.ts";
import { useNames } from "../world/use-names.ts";
import type { Difference } from "./difference.ts";
import { toMarks } from "./to-marks.ts";

interface DifferenceGraphProps {
  readonly difference: Difference;
  readonly label: string;
  readonly focus: Focus | null;
  readonly onPick?: (card: CardId | null) => void;
}

/** Draws the newer graph with what came, went and changed marked on it. */
export const DifferenceGraph = ({ difference, label, focus, onPick }: DifferenceGraphProps) => {
  const { graph, marks } = useMemo(() => toMarks(difference), [difference]);
  const describe = useDescribe(useNames(), graph);
  return (
    <WorkflowGraph
      label={label}
      graph={graph}
      marks={marks}
      steps={stepCatalogue}
      triggers={triggerCatalogue}
      looks={looks}
      describe={describe}
      focus={focus}
      {...(onPick && { onPick })}
    />
  );
};
