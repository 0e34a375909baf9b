import path from "node:path";
import { readSources } from "./source.mjs";

const LIMIT = 400;
const KINDS = [".ts", ".tsx", ".mjs", ".css", ".sql"];
const VAGUE = /^(utils?|helpers?|common|misc|managers?|services?|base)$/;

/** Refuses files over 400 lines, blank lines and comments not counted, and names that say nothing. */
export function checkSizes(root) {
  return readSources(root, ["src", "scripts", "bench", "e2e", "demo"], KINDS).flatMap(checkFile);
}

export function checkFile(source) {
  const problems = [];
  const lines = source.code.split("\n").filter((line) => line.trim() !== "").length;
  if (lines > LIMIT)
    problems.push(`${source.file} has ${lines} lines of code; split it (at most ${LIMIT})`);
  const name = path.posix.basename(source.file).split(".")[0];
  if (VAGUE.test(name))
    problems.push(`${source.file} has a name that says nothing; name it after what it does`);
  if (/\.(ts|tsx|mjs)$/.test(source.file) && !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)) {
    problems.push(`${source.file} is not named in kebab-case`);
  }
  return problems;
}
