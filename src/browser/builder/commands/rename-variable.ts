import { type Graph, variableNameSchema } from "#core/domain";
import { reservedNames } from "#core/engine";
import { record } from "../document/document.ts";
import {
  type Catalogues,
  namesVariable,
  withVariableRenamed,
} from "../document/variables/with-variable-renamed.ts";
import type { Command } from "./command.ts";

/** Says why a variable cannot have a name; null when it can. */
export const renameProblem = (
  graph: Graph,
  from: string,
  to: string,
  catalogues: Catalogues,
): string | null => {
  if (to === from) return null;
  if (to === "") return "Write the new name";
  if (!variableNameSchema.safeParse(to).success)
    return "Begin with a letter; then letters, digits and _ only";
  if (reservedNames.includes(to)) return `“${to}” is taken by Switchboard; choose another name`;
  return namesVariable(graph, to, catalogues)
    ? `“${to}” is already used here; two variables would become one`
    : null;
};

/** Gives a variable another name with all its uses, as one entry that can be taken back. */
export const renameVariable = (from: string, to: string, catalogues: Catalogues): Command => ({
  label: "Rename variable",
  shortcut: null,
  isEnabled: ({ graph }) => from !== to && renameProblem(graph, from, to, catalogues) === null,
  perform: (document) =>
    record(
      document,
      withVariableRenamed(document.graph, from, to, catalogues),
      `Rename ${from} to ${to}`,
    ),
});
