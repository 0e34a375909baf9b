import type { StepId } from "#core/domain";
import { limits } from "#core/domain";
import { record } from "../document/document.ts";
import { selectedSteps } from "../document/selection.ts";
import type { Command } from "./command.ts";

const offset = 48;

/** Copies the selected steps with the lines between them, beside the originals and under fresh ids. */
export const duplicateSteps = (freshId: (type: string) => StepId): Command => ({
  label: "Duplicate",
  shortcut: "mod+D",
  isEnabled: ({ graph }, selection) => {
    const count = selectedSteps(selection).length;
    return count > 0 && graph.steps.length + count <= limits.stepsPerWorkflow;
  },
  perform: (document, selection) => {
    const chosen = new Set(selectedSteps(selection));
    const copied = document.graph.steps.filter((step) => chosen.has(step.id));
    if (copied.length === 0) return document;
    const ids = new Map(copied.map((step) => [step.id, freshId(step.type)]));
    const copies = copied.map((step) => ({
      ...step,
      id: ids.get(step.id) ?? step.id,
      position: { x: step.position.x + offset, y: step.position.y + offset },
    }));
    const inner = document.graph.edges.flatMap((edge) => {
      const from = edge.from === "trigger" ? undefined : ids.get(edge.from);
      const to = ids.get(edge.to);
      return from === undefined || to === undefined ? [] : [{ from, path: edge.path, to }];
    });
    const { graph } = document;
    return record(
      document,
      { ...graph, steps: [...graph.steps, ...copies], edges: [...graph.edges, ...inner] },
      "Duplicate",
    );
  },
});
