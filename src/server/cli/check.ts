import { verifyGraph } from "#core/verify";
import { StartError } from "#server/platform";
import type { Catalogues, Command } from "./command.ts";
import { at, parseFile } from "./read-workflow.ts";

export const check: Command = {
  name: "check",
  words: "FILE…",
  summary: "Check workflow files; needs no database.",
  options: [],
  async run(world) {
    if (world.words.length === 0) throw new StartError("Say which file: check welcome.yaml");
    let errors = 0;
    for (const file of world.words) {
      const lines = await checkFile(file, world);
      errors += lines.filter(({ isError }) => isError).length;
      for (const { text } of lines) world.print(text);
      if (lines.length === 0) world.print(`${file} is fine.`);
    }
    if (errors > 0) throw new StartError(errors === 1 ? "1 error." : `${errors} errors.`);
  },
};

/** Everything there is to say about one file, a line each. */
async function checkFile(
  file: string,
  catalogues: Catalogues,
): Promise<readonly { readonly text: string; readonly isError: boolean }[]> {
  const parsed = await parseFile(file, catalogues);
  const say = (
    place: { readonly line: number; readonly column: number },
    severity: "error" | "warning",
    message: string,
  ) => ({ text: `${at(file, place)} ${severity}: ${message}`, isError: severity === "error" });
  if (!parsed.ok)
    return parsed.problems.map((problem) =>
      say(
        problem,
        "error",
        problem.where === "" ? problem.message : `${problem.where}: ${problem.message}`,
      ),
    );
  const { steps, triggers, actions } = catalogues;
  return [
    ...parsed.warnings.map((warning) => say(warning, "warning", warning.message)),
    ...verifyGraph(parsed.file.graph, steps, triggers, { actions }).map((finding) =>
      say(
        parsed.placeOf(finding.stepId, finding.field),
        finding.severity,
        `${finding.stepId ?? "trigger"}: ${finding.message}`,
      ),
    ),
  ];
}
