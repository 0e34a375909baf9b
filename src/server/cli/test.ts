import { writeFile } from "node:fs/promises";
import { playStory, pretendActions } from "#core/simulate";
import { StartError } from "#server/platform";
import type { Command } from "./command.ts";
import { lineDiff } from "./line-diff.ts";
import { readText } from "./read-workflow.ts";
import { readUsedFiles } from "./use-files.ts";

export const test: Command = {
  name: "test",
  words: "STORY…",
  summary: "Play stories and compare them with what they tell; needs no database.",
  options: [{ name: "update", value: null, summary: "write what was played into the files" }],
  async run(world) {
    if (world.words.length === 0) throw new StartError("Say which story: test welcome.story.txt");
    let different = 0;
    for (const file of world.words) {
      const told = await readText(file);
      const played = await play(file, told, world);
      if (played === told) world.print(`${file} is played as it is told.`);
      else if (world.options["update"] !== undefined) {
        await writeFile(file, played);
        world.print(`${file} is written anew.`);
      } else {
        different += 1;
        world.print(`${file} is played otherwise (- told, + played):`);
        for (const line of lineDiff(told, played)) world.print(line);
      }
    }
    if (different > 0)
      throw new StartError(different === 1 ? "1 story differs." : `${different} stories differ.`);
  },
};

async function play(
  file: string,
  text: string,
  world: Parameters<Command["run"]>[0],
): Promise<string> {
  const use = await readUsedFiles(file, text, world);
  const actions = new Map([...world.actions, ...pretendActions]);
  try {
    return playStory(text, world.steps, world.triggers, { actions, use });
  } catch (error) {
    throw new StartError(`${file}: ${error instanceof Error ? error.message : ""}`, {
      cause: error,
    });
  }
}
