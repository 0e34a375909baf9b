import { stepCatalogue } from "#steps";
import { triggerCatalogue } from "#triggers";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { formatWorkflowFile, parseWorkflowFile } from "../index.ts";
import { newestForm, upgrades } from "./upgrade-file.ts";

const folder = path.join(import.meta.dirname, "samples");
const samples = readdirSync(folder).filter((file) => !file.endsWith(".upgraded.yaml"));

it("there is an upgrade, and a sample, for every form before the newest", () => {
  const forms = Array.from({ length: newestForm }, (_, form) => form);
  expect(upgrades.map(({ from }) => from)).toEqual(forms);
  expect(samples.map((file) => Number.parseInt(file, 10))).toEqual(forms);
});

it.each(samples)("%s is read as what it said", async (file) => {
  const parsed = parseWorkflowFile(readFileSync(path.join(folder, file), "utf8"), {
    steps: stepCatalogue,
    triggers: triggerCatalogue,
    nameIfMissing: "A sample",
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  await expect(formatWorkflowFile(parsed.file, stepCatalogue)).toMatchFileSnapshot(
    path.join(folder, file.replace(/\.\w+$/, ".upgraded.yaml")),
  );
});
