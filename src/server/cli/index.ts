/** The command line: one verb per file, onto the same commands as every other door. */
export { runCommandLine } from "./run-command-line.ts";
