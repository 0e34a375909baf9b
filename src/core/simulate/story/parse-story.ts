import {
  presences,
  type SavedSchedule,
  scheduleSchema,
  workspaceSettingsSchema,
} from "#core/domain";
import { z } from "zod";
import { cannotRead } from "./cannot-read.ts";
import { parseAct } from "./parse-act.ts";
import { parseWorkflow } from "./setup/parse-workflow.ts";
import { contactFieldsSchema } from "./setup/contact-fields.ts";
import type { StoryContact } from "./story-contact.ts";
import type {
  Story,
  StoryLine,
  StoryMember,
  StoryWorkflow,
  StoryWorkspace,
  UseFile,
} from "./story.ts";

/**
 * Reads a story. First line: its title. Then who and what there is, one a line: `member ANA in SUPPORT, online`, `ai agent SOL`,
 * `schedule NAME {hours}`, `contact MIA {fields}`, `workspace {timezone, language, settings}`, `use FILE.yaml` for the workflow of a file, and
 * `workflow NAME on TRIGGER {config}` with indented `every …`, `takeover …`, `when {conditions}`, `option {…}`, `start -> ID`,
 * `ID: TYPE {config}`, `PATH -> ID` and `PATH -> end silently` lines. Workflows stand highest priority first.
 * After `---` the script: one act a line; lines that begin with `|` are what followed and are written by playing.
 * `"@NAME"` in a config is the id of that member, team, schedule, workflow or AI agent.
 * @throws on a line it cannot read, with that line.
 */
export const parseStory = (text: string, idOf: (name: string) => string, use: UseFile): Story => {
  const [head = "", script = ""] = text.split(/^---$/m);
  const [title = "", ...setup] = head.split("\n").map((line) => line.trimEnd());
  const story = new StorySetup(idOf, use);
  for (const [first = "", ...rest] of inBlocks(setup)) story.read(first, rest);
  return {
    title,
    workspace: story.workspace,
    members: story.members,
    aiAgents: story.aiAgents,
    schedules: story.schedules,
    contacts: story.contacts,
    workflows: story.workflows,
    lines: script
      .trim()
      .split("\n")
      .filter((line) => !line.startsWith("|"))
      .map(parseLine),
  };
};

/** A line with the indented ones below it. */
const inBlocks = (lines: readonly string[]): readonly (readonly string[])[] => {
  const blocks: string[][] = [];
  for (const line of lines) {
    if (line.trim() === "" || line.startsWith("#")) continue;
    if (line.startsWith("  ")) blocks.at(-1)?.push(line.trim());
    else blocks.push([line]);
  }
  return blocks;
};

const workspaceSchema = z.strictObject({
  timezone: z.string().optional(),
  language: z.string().optional(),
  settings: workspaceSettingsSchema.optional(),
});

/** What the lines before the script say. */
class StorySetup {
  workspace: StoryWorkspace = {};
  readonly members: StoryMember[] = [];
  readonly aiAgents: string[] = [];
  readonly schedules: { readonly name: string; readonly saved: SavedSchedule }[] = [];
  readonly contacts: StoryContact[] = [];
  readonly workflows: StoryWorkflow[] = [];
  readonly #idOf: (name: string) => string;
  readonly #use: UseFile;

  constructor(idOf: (name: string) => string, use: UseFile) {
    this.#idOf = idOf;
    this.#use = use;
  }

  read(line: string, below: readonly string[]): void {
    const [, word = "", rest = ""] =
      /^(workflow|use|member|ai agent|contact|schedule|workspace) (.+)$/.exec(line) ??
      cannotRead(line);
    if (word !== "workflow" && below[0] !== undefined) cannotRead(below[0]);
    if (word === "workflow") this.workflows.push(parseWorkflow(line, below, this.#idOf));
    else if (word === "use") this.workflows.push(this.#use(rest, this.#idOf));
    else if (word === "member") this.members.push(parseMember(line));
    else if (word === "ai agent") this.aiAgents.push(rest);
    else if (word === "contact") this.contacts.push(this.#parseContact(line));
    else if (word === "schedule") this.schedules.push(parseSchedule(line));
    else this.workspace = parseWorkspace(this.#withIds(rest));
  }

  #withIds(json: string): unknown {
    return JSON.parse(
      json.replace(/"@(\w+)"/g, (_whole, name: string) => JSON.stringify(this.#idOf(name))),
    );
  }

  #parseContact(line: string): StoryContact {
    const [, name = "", json = ""] = /^contact (\w+) (\{.*\})$/.exec(line) ?? cannotRead(line);
    return { name, fields: contactFieldsSchema.parse(this.#withIds(json)) };
  }
}

const parseWorkspace = (value: unknown): StoryWorkspace => {
  const { timezone, language, settings } = workspaceSchema.parse(value);
  return {
    ...(timezone === undefined ? {} : { timezone }),
    ...(language === undefined ? {} : { language }),
    ...(settings === undefined ? {} : { settings }),
  };
};

const parseMember = (line: string): StoryMember => {
  const [, name = "", teams = "", word] =
    /^member (\w+)(?: in ([^,]+))?, (\w+)$/.exec(line) ?? cannotRead(line);
  const presence = presences.find((each) => each === word) ?? cannotRead(line);
  return { name, teams: teams === "" ? [] : teams.split(" and "), presence };
};

const parseSchedule = (line: string) => {
  const [, name = "", hours = "{}"] =
    /^schedule (\w+)(?: (\{.*\}))?$/.exec(line) ?? cannotRead(line);
  return { name, saved: scheduleSchema.parse(JSON.parse(hours)) };
};

const parseLine = (text: string): StoryLine => {
  const act = text === "" || text.startsWith("#") ? null : (parseAct(text) ?? cannotRead(text));
  return { text, act };
};
