import type { StepCatalogue } from "#core/engine";
import { record } from "../../document/document.ts";
import type { Command } from "../command.ts";
import { deleteSelection } from "../delete-selection.ts";
import { countWords } from "../../document/count-words.ts";
import { selectedSteps } from "../../document/selection.ts";

/** Takes the selected steps and notes away once they were copied; the trigger stays. Lines of neighbours are joined as by Delete. */
export const cutSelection = (catalogue: StepCatalogue): Command => ({
  label: "Cut",
  shortcut: null,
  isEnabled: (_document, selection) => selectedSteps(selection).length + selection.notes.length > 0,
  perform: (document, selection) => {
    const things = { cards: selectedSteps(selection), edges: [], notes: selection.notes };
    const { graph } = deleteSelection(catalogue).perform(document, things);
    return record(document, graph, `Cut ${countWords(things)}`);
  },
});
