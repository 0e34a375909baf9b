import { type Graph, graphSchema, jsonSchema } from "#core/domain";
import { z } from "zod";
import { cannotRead } from "../cannot-read.ts";
import type { StoryWorkflow } from "../story.ts";

const objectSchema = z.record(z.string(), jsonSchema);

/** Reads a workflow that a story writes out itself: its first line, and the indented ones below. */
export const parseWorkflow = (
  first: string,
  lines: readonly string[],
  idOf: (name: string) => string,
): StoryWorkflow => {
  const [, name = "", type, config = "{}"] =
    /^workflow (.+?) on (\w+)(?: (\{.*\}))?$/.exec(first) ?? cannotRead(first);
  const toConfig = (json: string) =>
    objectSchema.parse(
      JSON.parse(json.replace(/"@(\w+)"/g, (_whole, named: string) => JSON.stringify(idOf(named)))),
    );
  const trigger: Record<string, unknown> = {
    type,
    config: toConfig(config),
    conditions: { match: "all", conditions: [] },
    frequency: { every: "time" },
    on_takeover: "pause",
  };
  const steps: unknown[] = [];
  const edges: unknown[] = [];
  const silentEnds: unknown[] = [];
  let from = "trigger";
  for (const line of lines) {
    const step = /^(\w+): (\w+)(?: (\{.*\}))?$/.exec(line);
    const silent = /^(\S+) -> end silently$/.exec(line);
    const edge = /^(\S+) -> (\w+)$/.exec(line);
    const option = /^(every|takeover|when|option) (.+)$/.exec(line);
    if (step !== null) {
      from = step[1] ?? "";
      steps.push({
        id: from,
        type: step[2],
        name: from,
        config: toConfig(step[3] ?? "{}"),
        position: { x: 0, y: steps.length * 100 },
      });
    } else if (silent !== null) silentEnds.push({ from, path: silent[1] });
    else if (edge !== null)
      edges.push({
        from,
        path: edge[1] === "start" && from === "trigger" ? "next" : edge[1],
        to: edge[2],
      });
    else if (option !== null)
      Object.assign(trigger, toOption(option[1] ?? "", option[2] ?? "", toConfig));
    else cannotRead(line);
  }
  return { name, graph: toGraph(trigger, steps, edges, silentEnds) };
};

const toGraph = (
  trigger: object,
  steps: readonly unknown[],
  edges: readonly unknown[],
  silentEnds: readonly unknown[],
): Graph =>
  graphSchema.parse({
    format: 1,
    trigger,
    trigger_position: { x: 0, y: 0 },
    steps,
    edges,
    silent_ends: silentEnds,
  });

/** `every 7 days`, `takeover end`, `when {conditions}`, and `option {…}` for every other option by its own name. */
const toOption = (
  word: string,
  value: string,
  toConfig: (json: string) => Record<string, unknown>,
): Record<string, unknown> => {
  if (word === "takeover") return { on_takeover: value };
  if (word === "when") return { conditions: JSON.parse(value) };
  if (word === "option") return toConfig(value);
  const days = /^(\d+) days$/.exec(value);
  return { frequency: days === null ? { every: value } : { every: "days", days: Number(days[1]) } };
};
