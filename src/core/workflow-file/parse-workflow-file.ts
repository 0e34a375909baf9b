import { limits, type StepId } from "#core/domain";
import { LineCounter } from "yaml";
import { child, type FileMap, textOf } from "./file-part.ts";
import type { ParseOptions } from "./parse-options.ts";
import { Problems } from "./problems.ts";
import { readGraph } from "./read-graph.ts";
import { readReferences } from "./read-references.ts";
import { readYaml } from "./read-yaml.ts";
import { newestForm, upgradeFile } from "./upgrades/upgrade-file.ts";
import type { FileProblem, WorkflowFile } from "./workflow-file.ts";

export type ParseResult =
  | {
      readonly ok: true;
      readonly file: WorkflowFile;
      /** What is kept and means nothing, such as a path that its step does not have. */
      readonly warnings: readonly FileProblem[];
      /** Where a step's (null: the trigger's) config says something, for findings. */
      readonly placeOf: (
        stepId: StepId | null,
        field: string | null,
      ) => { readonly line: number; readonly column: number };
    }
  | { readonly ok: false; readonly problems: readonly FileProblem[] };

/** Reads a workflow file. Total: whatever the text, it returns the workflow, or every reason why it is none, each with its line. */
export const parseWorkflowFile = (text: string, options: ParseOptions): ParseResult => {
  const lines = new LineCounter();
  const [problems, warnings] = [new Problems(lines), new Problems(lines)];
  const root = readYaml(text, lines, problems);
  if (root === undefined) return { ok: false, problems: problems.list() };
  if (root.kind !== "map") {
    problems.add(root.at, [], "a workflow file begins with “switchboard: 1” and a name");
    return { ok: false, problems: problems.list() };
  }
  const form = formOf(root);
  if (form === null) {
    problems.add(
      child(root, "switchboard")?.at ?? root.at,
      ["switchboard"],
      `this version reads files up to “switchboard: ${newestForm}”`,
    );
    return { ok: false, problems: problems.list() };
  }
  const newest = upgradeFile(root, form, problems);
  refuseUnknownParts(newest, problems);
  const name = readName(newest, options.nameIfMissing, problems);
  const references = readReferences(newest, problems);
  const read = readGraph(newest, options, problems, warnings);
  if (problems.count > 0 || read === undefined) return { ok: false, problems: problems.list() };
  return {
    ok: true,
    file: { name, graph: read.graph, references },
    warnings: warnings.list(),
    placeOf: (stepId, field) => problems.place(read.placeOf(stepId, field)),
  };
};

/** The form a file says it has; a bare graph says none. Null for one that nobody knows. */
const formOf = (root: FileMap): number | null => {
  const said = child(root, "switchboard");
  if (said === undefined) return child(root, "format") === undefined ? null : 0;
  return said.kind === "scalar" && said.value === newestForm ? newestForm : null;
};

const parts = ["switchboard", "name", "trigger", "steps", "layout", "notes", "references"];

const refuseUnknownParts = (root: FileMap, problems: Problems): void => {
  for (const { key, at } of root.entries)
    if (!parts.includes(key))
      problems.add(at, [key], `a workflow file has no “${key}”; it has ${parts.join(", ")}`);
};

const readName = (root: FileMap, nameIfMissing = "", problems: Problems): string => {
  const node = child(root, "name");
  const name = node === undefined ? nameIfMissing : (textOf(node) ?? "").trim();
  if (name === "") problems.add(node?.at ?? root.at, ["name"], "give the workflow a name");
  if (name.length > limits.nameCharacters)
    problems.add(
      node?.at ?? root.at,
      ["name"],
      `a name has at most ${limits.nameCharacters} characters`,
    );
  return name;
};
