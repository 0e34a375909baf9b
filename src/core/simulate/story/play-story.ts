import {
  defaultSettings,
  toAiAgentId,
  toMemberId,
  toScheduleId,
  toTeamId,
  toVersionId,
  toWorkflowId,
  toWorkspaceId,
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

/** Plays a story and writes it again with what really followed each act: equal to the text when all is as told. */
export const playStory = (
  text: string,
  steps: StepCatalogue,
  triggers: TriggerCatalogue,
  { actions = new Map(), use = noFiles }: StoryTools = {},
): string => {
  const ids = new NamedIds();
  const story = parseStory(text, (name) => ids.of(name), use);
  const workflows = toWorkflows(story, ids);
  const world = new PretendWorld({
    ...toPeople(story, ids),
    now: beginning,
    steps,
    triggers,
    actions,
    workflows,
  });
  const scene = new Scene(
    world,
    ids,
    new Map(workflows.map(({ name, workflowId }) => [name, workflowId])),
    story.contacts,
  );
  const [head = ""] = text.split(/^---$/m);
  const told = story.lines.flatMap(({ text: line, act }) => [
    line,
    ...(act === null ? [] : play(scene, act).flatMap((happening) => tellNamed(happening, ids))),
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

/** Plays one act and returns what happened by it. */
const play = (scene: Scene, act: Act): readonly Happening[] => {
  const first = scene.world.happenings.length;
  act(scene);
  return scene.world.happenings.slice(first);
};

const tellNamed = ({ before, outcome }: Happening, ids: NamedIds): readonly string[] => {
  nameNew(before.contact.name ?? "somebody", outcome, ids);
  return tell(before, outcome, (id) => ids.nameOf(id) ?? id).map((line) => `| ${line}`);
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
