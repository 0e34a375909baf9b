import {
  defaultSettings,
  type StepId,
  toAiAgentId,
  toMemberId,
  toScheduleId,
  toTeamId,
  toVersionId,
  toWorkflowId,
  toWorkspaceId,
  type Variables,
  type LiveWorkflow,
} from "#core/domain";
import {
  type ActionCatalogue,
  inTimezone,
  type StepCatalogue,
  type TriggerCatalogue,
} from "#core/engine";
import { type Happening, PretendWorld, type WorldSetup } from "../pretend-world.ts";
import type { Act } from "./act.ts";
import { NamedIds } from "./named-ids.ts";
import { parseStory } from "./parse-story.ts";
import { Scene } from "./scene.ts";
import type { Story, UseFile } from "./story.ts";
import { tell } from "./tell.ts";

/** Stories begin on Monday, 2 March 2026, 10:00 in Berlin. */
const beginning = Date.UTC(2026, 2, 2, 9);

/** What a story may use beside steps and triggers. */
export interface StoryTools {
  readonly actions?: ActionCatalogue;
  /** Reads the workflow of a file, for `use FILE`. */
  readonly use?: UseFile;
}

/** A story being played, line by line: by tests to its end, at the command line for as long as somebody types. */
export class StoryPlayer {
  readonly title: string;
  readonly world: PretendWorld;
  readonly lines: Story["lines"];
  readonly #ids = new NamedIds();
  readonly #scene: Scene;
  #first = 0;

  /** @throws on a line that cannot be read, and when a workflow cannot run; the message says why. */
  constructor(
    text: string,
    steps: StepCatalogue,
    triggers: TriggerCatalogue,
    { actions = new Map(), use = noFiles }: StoryTools = {},
  ) {
    const story = parseStory(text, (name) => this.#ids.of(name), use);
    const workflows = toWorkflows(story, this.#ids);
    this.title = story.title;
    this.lines = story.lines;
    this.world = new PretendWorld({
      ...toPeople(story, this.#ids),
      now: beginning,
      steps,
      triggers,
      actions,
      workflows,
    });
    this.#scene = new Scene(
      this.world,
      this.#ids,
      new Map(workflows.map(({ name, workflowId }) => [name, workflowId])),
      story.contacts,
    );
  }

  /** Plays one act and tells what followed. */
  play(act: Act): readonly string[] {
    this.#first = this.world.happenings.length;
    act(this.#scene);
    return this.#newest.flatMap((happening) => tellNamed(happening, this.#ids));
  }

  get #newest(): readonly Happening[] {
    return this.world.happenings.slice(this.#first);
  }

  /** The steps that runs stood in or went through in the newest act, in their order. */
  get path(): readonly StepId[] {
    return this.#newest
      .flatMap(({ outcome }) => outcome.changes.visits.map(({ stepId }) => stepId))
      .filter((stepId, index, all) => stepId !== all[index - 1]);
  }

  /** What the run that moved last knows by name. */
  get variables(): Variables {
    const runs = this.world.happenings.flatMap(({ outcome }) => outcome.changes.runs);
    return runs.at(-1)?.variables ?? {};
  }
}

/** Plays a story and writes it again with what really followed each act: equal to the text when all is as told. */
export const playStory = (
  text: string,
  steps: StepCatalogue,
  triggers: TriggerCatalogue,
  tools: StoryTools = {},
): string => {
  const player = new StoryPlayer(text, steps, triggers, tools);
  const [head = ""] = text.split(/^---$/m);
  const told = player.lines.flatMap(({ text: line, act }) => [
    line,
    ...(act === null ? [] : player.play(act).map((each) => `| ${each}`)),
  ]);
  return `${head}---\n${told.join("\n")}\n`;
};

const noFiles: UseFile = (file) => {
  throw new Error(`this story may not use files, and not ${file}`);
};

const toWorkflows = (story: Story, ids: NamedIds): readonly LiveWorkflow[] =>
  story.workflows.map(({ name, graph }, priority) => {
    const workflowId = toWorkflowId(ids.of(name));
    return {
      workflowId,
      name,
      priority,
      version: { id: toVersionId(ids.of(`version of ${name}`)), workflowId, number: 1, graph },
    };
  });

const toPeople = (
  { workspace, members, aiAgents, schedules }: Story,
  ids: NamedIds,
): Pick<WorldSetup, "workspace" | "members" | "teams"> => {
  const { timezone = "Europe/Berlin", language = "en", settings = defaultSettings } = workspace;
  const teamNames = new Set(members.flatMap(({ teams }) => teams));
  return {
    workspace: {
      id: toWorkspaceId(ids.of("workspace")),
      slug: "story",
      name: "Trailhead",
      timezone,
      language,
      isDemo: true,
      settings,
      aiAgents: aiAgents.map((name) => ({ id: toAiAgentId(ids.of(name)), name })),
      schedules: schedules.map(({ name, saved }) => ({
        id: toScheduleId(ids.of(name)),
        name,
        schedule: inTimezone(saved, timezone),
      })),
    },
    members: members.map(({ name, teams, presence }) => ({
      id: toMemberId(ids.of(name)),
      name,
      email: `${name.toLowerCase()}@trailhead.example`,
      role: "agent",
      presence,
      openCount: 0,
      teamIds: teams.map((team) => toTeamId(ids.of(team))),
    })),
    teams: [...teamNames].map((name) => ({ id: toTeamId(ids.of(name)), name })),
  };
};

const tellNamed = ({ before, outcome }: Happening, ids: NamedIds): readonly string[] => {
  nameNew(before.contact.name ?? "somebody", outcome, ids);
  return tell(before, outcome, (id) => ids.nameOf(id) ?? id);
};

/** Calls new runs by their workflow and new conversations by their contact, numbered when there are several. */
const nameNew = (contact: string, { changes }: Happening["outcome"], ids: NamedIds): void => {
  for (const { id, workflowId } of changes.runs)
    if (ids.nameOf(id) === undefined)
      ids.name(id, numbered(`${ids.nameOf(workflowId)} for ${contact}`, ids));
  for (const { id } of changes.conversations)
    if (ids.nameOf(id) === undefined) ids.name(id, numbered(`${contact}’s conversation`, ids));
};

const numbered = (name: string, ids: NamedIds): string => {
  const count = ids.countNamed(name);
  return count === 0 ? name : `${name} (${count + 1})`;
};
