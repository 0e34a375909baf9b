import {
  defaultSettings,
  toMemberId,
  toScheduleId,
  toTeamId,
  toVersionId,
  toWorkflowId,
  toWorkspaceId,
  type LiveWorkflow,
} from "#core/domain";
import { inTimezone, type StepCatalogue, type TriggerCatalogue } from "#core/engine";
import { type Happening, PretendWorld } from "../pretend-world.ts";
import type { Act } from "./act.ts";
import { NamedIds } from "./named-ids.ts";
import { parseStory } from "./parse-story.ts";
import { Scene } from "./scene.ts";
import type { Story } from "./story.ts";
import { tell } from "./tell.ts";

const timezone = "Europe/Berlin";
/** Stories begin on Monday, 2 March 2026, 10:00 in Berlin. */
const beginning = Date.UTC(2026, 2, 2, 9);

/** Plays a story and writes it again with what really followed each act: equal to the text when all is as told. */
export const playStory = (
  text: string,
  steps: StepCatalogue,
  triggers: TriggerCatalogue,
): string => {
  const ids = new NamedIds();
  const story = parseStory(text, (name) => ids.of(name));
  const workflows = toWorkflows(story, ids);
  const world = toWorld(story, ids, workflows, steps, triggers);
  const scene = new Scene(
    world,
    ids,
    new Map(workflows.map(({ name, workflowId }) => [name, workflowId])),
  );
  const [head = ""] = text.split(/^---$/m);
  const told = story.lines.flatMap(({ text: line, act }) => [
    line,
    ...(act === null ? [] : play(scene, act).flatMap((happening) => tellNamed(happening, ids))),
  ]);
  return `${head}---\n${told.join("\n")}\n`;
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

const toWorld = (
  story: Story,
  ids: NamedIds,
  workflows: readonly LiveWorkflow[],
  steps: StepCatalogue,
  triggers: TriggerCatalogue,
): PretendWorld => {
  const teamNames = new Set(story.members.flatMap(({ team }) => (team === null ? [] : [team])));
  return new PretendWorld({
    now: beginning,
    workspace: {
      id: toWorkspaceId(ids.of("workspace")),
      slug: "story",
      name: "Trailhead",
      timezone,
      language: "en",
      isDemo: true,
      settings: defaultSettings,
      aiAgents: [],
      schedules: story.schedules.map(({ name, saved }) => ({
        id: toScheduleId(ids.of(name)),
        name,
        schedule: inTimezone(saved, timezone),
      })),
    },
    members: story.members.map(({ name, team, presence }) => ({
      id: toMemberId(ids.of(name)),
      name,
      email: `${name.toLowerCase()}@trailhead.example`,
      role: "agent",
      presence,
      openCount: 0,
      teamIds: team === null ? [] : [toTeamId(ids.of(team))],
    })),
    teams: [...teamNames].map((name) => ({ id: toTeamId(ids.of(name)), name })),
    steps,
    triggers,
    actions: new Map(),
    workflows,
  });
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
