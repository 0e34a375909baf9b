import {
  type FileProblem,
  type FileReference,
  parseWorkflowFile,
  replaceReferences,
  type WorkflowFile,
} from "#core/workflow-file";
import type { Graph } from "#core/domain";
import { stepCatalogue } from "#steps";
import { triggerCatalogue } from "#triggers";
import { findUnknown, type UnknownReference } from "./match-references.ts";

/** What a text is as a workflow file, for a person to look at before anything is made of it. */
export type ImportPreview =
  | {
      readonly ok: true;
      readonly file: WorkflowFile;
      readonly warnings: readonly FileProblem[];
      readonly unknown: readonly UnknownReference[];
    }
  | {
      readonly ok: false;
      /** Written by a Switchboard newer than this one. */
      readonly isNewer: boolean;
      readonly problems: readonly FileProblem[];
    };

/** Reads a text as a workflow file. Total: whatever the text is. */
export const readImport = (
  text: string,
  nameIfMissing: string,
  known: readonly FileReference[],
): ImportPreview => {
  const parsed = parseWorkflowFile(text, {
    steps: stepCatalogue,
    triggers: triggerCatalogue,
    nameIfMissing,
  });
  if (!parsed.ok)
    return {
      ok: false,
      isNewer: parsed.problems.some(({ where }) => where === "switchboard"),
      problems: parsed.problems,
    };
  const { file, warnings } = parsed;
  return { ok: true, file, warnings, unknown: findUnknown(file.references, known) };
};

/** The graph of a file with what was chosen in the place of what does not exist here; the rest is left open. */
export const withChosen = (file: WorkflowFile, chosen: ReadonlyMap<string, string>): Graph =>
  replaceReferences(file.graph, chosen);
