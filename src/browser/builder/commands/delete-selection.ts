import type { StepCatalogue } from "#core/engine";
import { edgeKey } from "#core/domain";
import { countWords } from "../document/count-words.ts";
import { record } from "../document/document.ts";
import { withoutSteps } from "../document/graph-edits.ts";
import { selectedSteps, type Selection } from "../document/selection.ts";
import type { Command } from "./command.ts";

/** Whether the line into a deleted card goes on to the card after it, or ends loose. */
export type LineChoice = "join_lines" | "leave_loose";

/** Deletes the selected steps, lines and notes; the trigger stays. */
export const deleteSelection = (
  catalogue: StepCatalogue,
  choice: LineChoice = "join_lines",
): Command => ({
  label: choice === "join_lines" ? "Delete" : "Delete, lines left loose",
  shortcut: choice === "join_lines" ? "Delete" : "shift+Delete",
  isEnabled: (_document, selection) => {
    const steps = selectedSteps(selection).length;
    return choice === "join_lines"
      ? steps + selection.edges.length + selection.notes.length > 0
      : steps > 0;
  },
  perform: (document, selection) => {
    const { graph } = document;
    const gone = {
      cards: selectedSteps(selection).filter((id) => graph.steps.some((step) => step.id === id)),
      edges: graph.edges.map(edgeKey).filter((key) => selection.edges.includes(key)),
      notes: selection.notes.filter((id) => graph.notes.some((note) => note.id === id)),
    } satisfies Selection;
    if (gone.cards.length + gone.edges.length + gone.notes.length === 0) return document;
    const edges = graph.edges.filter((edge) => !gone.edges.includes(edgeKey(edge)));
    const notes = graph.notes.filter(({ id }) => !gone.notes.includes(id));
    return record(
      document,
      withoutSteps({ ...graph, edges, notes }, gone.cards, catalogue, choice === "join_lines"),
      `Delete ${countWords(gone)}`,
    );
  },
});
