import { limits } from "#core/domain";
import { child, type FileEntry, type FileMap } from "./file-part.ts";
import type { Problems } from "./problems.ts";

const parts = ["type", "name", "config", "next", "paths"];

/** Reads the steps by id, in the order of the file. */
export const readSteps = (root: FileMap, problems: Problems): ReadonlyMap<string, FileEntry> => {
  const node = child(root, "steps");
  const steps = new Map<string, FileEntry>();
  if (node === undefined) return steps;
  // An empty “steps:” is a workflow without steps.
  if (node.kind === "scalar" && node.value === null) return steps;
  if (node.kind !== "map") {
    problems.add(node.at, ["steps"], "steps are written as “ID:” with “type” and “config” below");
    return steps;
  }
  if (node.entries.length > limits.stepsPerWorkflow)
    problems.add(
      node.at,
      ["steps"],
      `a workflow has at most ${limits.stepsPerWorkflow} steps; here are ${node.entries.length}`,
    );
  for (const step of node.entries) {
    const { key, at, value } = step;
    if (key === "trigger") problems.add(at, ["steps", key], "no step can be called “trigger”");
    if (value.kind !== "map")
      problems.add(value.at, ["steps", key], "a step has a “type”, and a “config” if it needs one");
    else
      for (const part of value.entries)
        if (!parts.includes(part.key))
          problems.add(
            part.at,
            ["steps", key, part.key],
            `a step has no “${part.key}”; it has ${parts.join(", ")}`,
          );
    if (steps.has(key)) problems.add(at, ["steps", key], `there are two steps “${key}”`);
    else steps.set(key, step);
  }
  return steps;
};
