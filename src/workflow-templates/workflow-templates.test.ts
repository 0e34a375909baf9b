import { playStory } from "#core/simulate";
import { parseWorkflowFile, replaceReferences } from "#core/workflow-file";
import { verifyGraph } from "#core/verify";
import { actionCatalogue } from "#integrations";
import { stepCatalogue } from "#steps";
import { triggerCatalogue } from "#triggers";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

const files = readdirSync(import.meta.dirname);
const templates = files.filter((file) => file.endsWith(".yaml"));
const stories = files.filter((file) => file.endsWith(".story.txt"));
const textOf = (file: string): string => readFileSync(path.join(import.meta.dirname, file), "utf8");

const parse = (file: string) => {
  const parsed = parseWorkflowFile(textOf(file), {
    steps: stepCatalogue,
    triggers: triggerCatalogue,
  });
  if (!parsed.ok) throw new Error(`${file}: ${JSON.stringify(parsed.problems)}`);
  return parsed;
};

describe.each(templates)("%s", (file) => {
  it("has no errors and no path that its steps do not have", () => {
    const parsed = parse(file);
    expect(parsed.warnings).toEqual([]);
    const findings = verifyGraph(parsed.file.graph, stepCatalogue, triggerCatalogue, {
      actions: actionCatalogue,
    });
    expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
  });

  it("has two stories and more", () => {
    const own = stories.filter((story) => textOf(story).includes(`use ${file}\n`));
    expect(own.length).toBeGreaterThanOrEqual(2);
  });
});

it.each(stories)("%s is played as it is told", async (story) => {
  const played = playStory(textOf(story), stepCatalogue, triggerCatalogue, {
    actions: actionCatalogue,
    use: (file, idOf) => {
      const { name, graph, references } = parse(file).file;
      const ids = new Map(references.map((each) => [each.id, idOf(each.name)]));
      return { name, graph: replaceReferences(graph, ids) };
    },
  });
  await expect(played).toMatchFileSnapshot(path.join(import.meta.dirname, story));
});
