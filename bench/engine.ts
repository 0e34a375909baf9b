/** `npm run bench -- engine [--json] [--seconds=N]`: what the engine does on one core, without a database. */
import { run } from "./support/engine-figures.ts";
import { printFigures } from "./support/figures.ts";

const words = process.argv.slice(2);
const seconds = words.find((word) => word.startsWith("--seconds="))?.slice("--seconds=".length);
printFigures("engine", run({ seconds: Number(seconds ?? 11) }).figures, words.includes("--json"));
