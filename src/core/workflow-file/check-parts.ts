import type { StepCatalogue } from "#core/engine";
import { child, type FilePart, textOf, toJson } from "./file-part.ts";
import type { Problems } from "./problems.ts";
import type { Way } from "./read-ways.ts";

/** Refuses a name that some reader of JSON would take for the prototype of what it reads. */
export const refusePrototypeNames = (
  node: FilePart,
  where: readonly (string | number)[],
  problems: Problems,
): void => {
  if (node.kind === "list")
    node.items.forEach((item, index) => {
      refusePrototypeNames(item, [...where, index], problems);
    });
  if (node.kind !== "map") return;
  for (const { key, at, value } of node.entries) {
    if (key === "__proto__")
      problems.add(at, [...where, key], "“__proto__” is no name for a value");
    refusePrototypeNames(value, [...where, key], problems);
  }
};

/** Names a step or trigger type that does not exist. */
export const tellUnknownType = (
  what: "step" | "trigger",
  node: FilePart,
  where: readonly string[],
  types: ReadonlyMap<string, unknown>,
  problems: Problems,
): void => {
  const type = child(node, "type");
  const name = textOf(type);
  if (node.kind !== "map" || (name !== undefined && types.has(name))) return;
  const choice = [...types.keys()].join(", ");
  problems.add(
    type?.at ?? node.at,
    [...where, "type"],
    name === undefined
      ? `say its “type”: one of ${choice}`
      : `there is no ${what} type “${name}”; there is ${choice}`,
  );
};

/** Names ways that a step does not have as it is set: they are kept, as the canvas keeps them, and never taken. */
export const tellUnknownPaths = (
  id: string,
  node: FilePart,
  ways: readonly Way[],
  types: StepCatalogue,
  warnings: Problems,
): void => {
  const type = types.get(textOf(child(node, "type")) ?? "");
  if (type === undefined) return;
  const config = child(node, "config");
  const paths = type.sketch(config === undefined ? {} : toJson(config)).outputPaths;
  for (const { path, at } of ways)
    if (!paths.some((each) => each.id === path))
      warnings.add(
        at,
        ["steps", id, "paths", path],
        `as it is set, this step has no path “${path}”; it has ${paths.map((each) => each.id).join(", ") || "none"}`,
      );
};
