import { record } from "../document/document.ts";
import { edgeKey } from "#core/domain";
import type { Command } from "./command.ts";

/** Takes away the named edges. */
export const disconnect = (keys: readonly string[]): Command => ({
  label: "Disconnect",
  shortcut: null,
  isEnabled: ({ graph }) => graph.edges.some((edge) => keys.includes(edgeKey(edge))),
  perform: (document) => {
    const edges = document.graph.edges.filter((edge) => !keys.includes(edgeKey(edge)));
    return edges.length === document.graph.edges.length
      ? document
      : record(document, { ...document.graph, edges }, "Disconnect");
  },
});
