import type { GraphTrigger } from "#core/domain";
import { record } from "../document/document.ts";
import type { Command } from "./command.ts";

/** Changes parts of the trigger; typing in it is one entry. */
export const changeTrigger = (change: Partial<GraphTrigger>): Command => ({
  label: "Edit trigger",
  shortcut: null,
  isEnabled: () => true,
  perform: (document) => {
    const trigger = { ...document.graph.trigger, ...change };
    if (JSON.stringify(trigger) === JSON.stringify(document.graph.trigger)) return document;
    return record(
      document,
      { ...document.graph, trigger },
      "Edit trigger",
      `trigger ${Object.keys(change).join(" ")}`,
    );
  },
});
