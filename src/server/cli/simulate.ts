import { parseAct, StoryPlayer } from "#core/simulate";
import type { WorkflowFile } from "#core/workflow-file";
import { StartError } from "#server/platform";
import type { Command, CommandWorld } from "./command.ts";
import { needFile } from "./read-workflow.ts";
import { toUse } from "./use-files.ts";

export const simulate: Command = {
  name: "simulate",
  words: "FILE",
  summary: "Talk to a workflow as the contact Mia; needs no database.",
  options: [],
  async run(world) {
    const [file] = world.words;
    if (file === undefined) throw new StartError("Say which file: simulate welcome.yaml");
    const { file: workflow } = await needFile(file, world);
    const player = openStory(workflow, world);
    world.print(`${workflow.name}. You are Mia; type what she writes, or :help.`);
    for await (const line of world.input) {
      const typed = line.trim();
      if (typed === ":quit") return;
      if (typed !== "") answer(typed, player, workflow, world);
    }
  },
};

/** What each command that somebody types means in the words of a story. */
const shorthands: readonly {
  readonly written: string;
  readonly form: RegExp;
  readonly toLine: (words: readonly string[], workflow: string) => string;
}[] = [
  { written: ":press ID", form: /^:press (\S+)$/, toLine: ([id]) => `Mia presses ${id}` },
  {
    written: ":wait 2 days",
    form: /^:wait (\d+) (\w+?)s?$/,
    toLine: ([amount, unit]) => `${amount} ${unit}s pass`,
  },
  { written: ":reply TEXT", form: /^:reply (.+)$/, toLine: ([text]) => `Ana replies: ${text}` },
  { written: ":offline", form: /^:offline$/, toLine: () => "Ana goes offline" },
  { written: ":online", form: /^:online$/, toLine: () => "Ana goes online" },
  {
    written: ":event NAME {properties}",
    form: /^:event (\S+)(.*)$/,
    toLine: ([name, rest]) => `Mia tracks ${name}${rest}`,
  },
  { written: ":page PATH", form: /^:page (\S+)$/, toLine: ([page]) => `Mia visits ${page}` },
  {
    written: ":open PATH",
    form: /^:open (\S+)$/,
    toLine: ([page]) => `Mia opens the chat on ${page}`,
  },
  {
    written: ":start {inputs}",
    form: /^:start(.*)$/,
    toLine: ([rest], workflow) => `the API starts ${workflow} for Mia${rest}`,
  },
  { written: ":act LINE OF A STORY", form: /^:act (.+)$/, toLine: ([line]) => `${line}` },
];

function answer(
  typed: string,
  player: StoryPlayer,
  workflow: WorkflowFile,
  world: CommandWorld,
): void {
  if (typed === ":vars") return world.print(JSON.stringify(player.variables, null, 2));
  if (typed === ":help") {
    for (const { written } of shorthands) world.print(`  ${written}`);
    return world.print("  :vars  :quit");
  }
  const shorthand = shorthands.find(({ form }) => form.test(typed));
  const line = typed.startsWith(":")
    ? shorthand?.toLine((shorthand.form.exec(typed) ?? []).slice(1), workflow.name)
    : `Mia writes: ${typed}`;
  try {
    const act = line === undefined ? null : parseAct(line);
    if (act === null) return world.print("I do not understand that; type :help.");
    for (const told of player.play(act)) world.print(told);
    if (player.path.length > 0) world.print(`path: ${player.path.join(" → ")}`);
  } catch (error) {
    world.print(error instanceof Error ? error.message : "that cannot be");
  }
}

/** A story in which Ana is in every team the workflow names, and everybody it names is there. */
function openStory(workflow: WorkflowFile, world: CommandWorld): StoryPlayer {
  const named = (kind: string) =>
    workflow.references.filter((each) => each.kind === kind).map(({ name }) => name);
  const teams = named("team").join(" and ");
  const head = [
    "Simulation",
    `member Ana${teams === "" ? "" : ` in ${teams}`}, online`,
    ...named("member")
      .filter((name) => /^\w+$/.test(name) && name !== "Ana")
      .map((name) => `member ${name}, online`),
    ...named("schedule")
      .filter((name) => /^\w+$/.test(name))
      .map((name) => `schedule ${name} {}`),
    "use FILE",
    "---",
    "",
  ].join("\n");
  try {
    return new StoryPlayer(head, world.steps, world.triggers, {
      actions: world.actions,
      use: toUse(new Map([["FILE", workflow]])),
    });
  } catch (error) {
    throw new StartError(error instanceof Error ? error.message : "This workflow cannot run.", {
      cause: error,
    });
  }
}
