import type { StepCatalogue, TriggerCatalogue } from "#core/engine";
import { parseWorkflowFile } from "#core/workflow-file";
import type { ParsedClipping } from "./parse-clipping.ts";
import { wholeClipping } from "./to-clipping.ts";

/** Reads the text of a workflow file as something to paste: all its steps, the lines between them and its notes. */
export function parseFileClipping(
  text: string,
  catalogues: { readonly steps: StepCatalogue; readonly triggers: TriggerCatalogue },
): ParsedClipping {
  const read = parseWorkflowFile(text, { ...catalogues, nameIfMissing: "Pasted" });
  if (!read.ok) {
    const [first] = read.problems;
    const where = first === undefined ? "" : ` in line ${first.line}: ${first.message}`;
    return {
      ok: false,
      problem: { code: "damaged", message: `This workflow file cannot be read${where}` },
    };
  }
  const clipping = wholeClipping(read.file.graph);
  return clipping === null
    ? { ok: false, problem: { code: "nothing", message: "This workflow has no steps to paste." } }
    : { ok: true, clipping, from: "workflow" };
}
