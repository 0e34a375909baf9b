import type { Frequency } from "#core/domain";
import type { TriggerType } from "#core/engine";
import { record } from "../document/document.ts";
import type { Command } from "./command.ts";

/** SPEC 2: once per session for what is sensed in the page, every time for the others. */
const usualFrequency = (type: TriggerType): Frequency => ({
  every: type.isSensed ? "session" : "time",
});

/** Starts the workflow by another trigger; conditions stay, its config and frequency begin anew. */
export const changeTriggerType = (type: TriggerType): Command => ({
  label: `Start on ${type.title}`,
  shortcut: null,
  isEnabled: ({ graph }) => graph.trigger.type !== type.type,
  perform: (document) => {
    const trigger = {
      ...document.graph.trigger,
      type: type.type,
      config: type.initialConfig,
      frequency: usualFrequency(type),
    };
    return record(document, { ...document.graph, trigger }, `Start on ${type.title}`);
  },
});
