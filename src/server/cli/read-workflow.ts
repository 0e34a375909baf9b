import { readFile } from "node:fs/promises";
import path from "node:path";
import { type ParseResult, parseWorkflowFile } from "#core/workflow-file";
import { StartError } from "#server/platform";
import type { Catalogues } from "./command.ts";

/** Reads a file. @throws StartError in words when it cannot be read. */
export async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    throw new StartError(`Cannot read ${file}: ${error instanceof Error ? error.message : ""}`, {
      cause: error,
    });
  }
}

/** Reads a workflow file; a bare graph is called by the name of its file. */
export async function parseFile(file: string, catalogues: Catalogues): Promise<ParseResult> {
  const nameIfMissing = path.basename(file, path.extname(file));
  return parseWorkflowFile(await readText(file), { ...catalogues, nameIfMissing });
}

/** Says where in a file something is: editors make a link of it. */
export const at = (
  file: string,
  { line, column }: { readonly line: number; readonly column: number },
): string => `${file}:${line}:${column}`;

/** Reads a workflow file, or says everything that is wrong with it. @throws StartError. */
export async function needFile(file: string, catalogues: Catalogues) {
  const parsed = await parseFile(file, catalogues);
  if (parsed.ok) return parsed;
  throw new StartError(
    parsed.problems.map((problem) => `${at(file, problem)} ${problem.message}`).join("\n"),
  );
}
