import {
  type Graph,
  graphSchema,
  jsonSchema,
  presences,
  type Presence,
  type SavedSchedule,
  scheduleSchema,
} from "#core/domain";
import { z } from "zod";
import { parseAct } from "./parse-act.ts";
import type { Story, StoryLine } from "./story.ts";

const objectSchema = z.record(z.string(), jsonSchema);

/**
 * Reads a story. First line: its title. Then `member NAME in TEAM, PRESENCE` and `schedule NAME {hours}` lines and `workflow NAME on TRIGGER {config}` blocks
 * with indented `every …`, `takeover …`, `when {conditions}`, `start -> ID`, `ID: TYPE {config}` and `PATH -> ID` lines.
 * After `---` the script: one act a line; lines that begin with `|` are what followed and are written by playing.
 * `@NAME` in a config is the id of that member, team or schedule.
 * @throws on a line it cannot read, with that line.
 */
export const parseStory = (text: string, idOf: (name: string) => string): Story => {
  const [head = "", script = ""] = text.split(/^---$/m);
  const [title = "", ...setup] = head.split("\n").map((line) => line.trimEnd());
  const members: { name: string; team: string | null; presence: Presence }[] = [];
  const schedules: { name: string; saved: SavedSchedule }[] = [];
  const workflows: { name: string; lines: string[] }[] = [];
  for (const line of setup) {
    if (line.trim() === "") continue;
    if (line.startsWith("  ")) workflows.at(-1)?.lines.push(line.trim());
    else if (line.startsWith("workflow ")) workflows.push({ name: "", lines: [line] });
    else if (line.startsWith("schedule ")) schedules.push(parseSchedule(line));
    else members.push(parseMember(line));
  }
  return {
    title,
    members,
    schedules,
    workflows: workflows.map(({ lines: [first = "", ...rest] }) =>
      parseWorkflow(first, rest, idOf),
    ),
    lines: script
      .trim()
      .split("\n")
      .filter((line) => !line.startsWith("|"))
      .map(parseLine),
  };
};

const parseMember = (line: string) => {
  const [, name = "", team, word] = /^member (\w+)(?: in (\w+))?, (\w+)$/.exec(line) ?? fail(line);
  const presence = presences.find((each) => each === word) ?? fail(line);
  return { name, team: team ?? null, presence };
};

const parseSchedule = (line: string) => {
  const [, name = "", hours = "{}"] = /^schedule (\w+)(?: (\{.*\}))?$/.exec(line) ?? fail(line);
  return { name, saved: scheduleSchema.parse(JSON.parse(hours)) };
};

const parseLine = (text: string): StoryLine => {
  const act = text === "" || text.startsWith("#") ? null : (parseAct(text) ?? fail(text));
  return { text, act };
};

const parseWorkflow = (
  first: string,
  lines: readonly string[],
  idOf: (name: string) => string,
): { name: string; graph: Graph } => {
  const [, name = "", type, config = "{}"] =
    /^workflow (.+?) on (\w+)(?: (\{.*\}))?$/.exec(first) ?? fail(first);
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
  let from = "trigger";
  for (const line of lines) {
    const step = /^(\w+): (\w+)(?: (\{.*\}))?$/.exec(line);
    const edge = /^(\S+) -> (\w+)$/.exec(line);
    const option = /^(every|takeover|when) (.+)$/.exec(line);
    if (step !== null) {
      from = step[1] ?? "";
      steps.push({
        id: from,
        type: step[2],
        name: from,
        config: toConfig(step[3] ?? "{}"),
        position: { x: 0, y: steps.length * 100 },
      });
    } else if (edge !== null)
      edges.push({
        from,
        path: edge[1] === "start" && from === "trigger" ? "next" : edge[1],
        to: edge[2],
      });
    else if (option !== null) Object.assign(trigger, toOption(option[1] ?? "", option[2] ?? ""));
    else fail(line);
  }
  return {
    name,
    graph: graphSchema.parse({
      format: 1,
      trigger,
      trigger_position: { x: 0, y: 0 },
      steps,
      edges,
    }),
  };
};

const toOption = (word: string, value: string): Record<string, unknown> => {
  if (word === "takeover") return { on_takeover: value };
  if (word === "when") return { conditions: JSON.parse(value) };
  const days = /^(\d+) days$/.exec(value);
  return { frequency: days === null ? { every: value } : { every: "days", days: Number(days[1]) } };
};

const fail = (line: string): never => {
  throw new Error(`cannot read this line of the story: ${line}`);
};
