import type { StepCatalogue } from "#core/engine";
import { record } from "../document/document.ts";
import { withoutSteps } from "../document/graph-edits.ts";
import { edgeKey } from "#core/domain";
import { selectedSteps } from "../document/selection.ts";
import type { Command } from "./command.ts";

/** Deletes the selected steps and lines; the trigger stays. */
export const deleteSelection = (catalogue: StepCatalogue): Command => ({
  label: "Delete",
  shortcut: "Delete",
  isEnabled: (_document, selection) =>
    selectedSteps(selection).length > 0 || selection.edges.length > 0,
  perform: (document, selection) => {
    const edges = document.graph.edges.filter((edge) => !selection.edges.includes(edgeKey(edge)));
    const graph = withoutSteps({ ...document.graph, edges }, selectedSteps(selection), catalogue);
    const unchanged =
      graph.steps.length === document.graph.steps.length &&
      graph.edges.length === document.graph.edges.length;
    return unchanged ? document : record(document, graph, "Delete");
  },
});
