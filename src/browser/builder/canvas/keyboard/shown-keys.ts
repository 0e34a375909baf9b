import type { CanvasCommand } from "./canvas-command.ts";
import { keyWords } from "./keys.ts";

const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent);

/** The keys of a command as this machine's keyboard writes them; empty when it has none. */
export const keysOf = ({ keys: [first] }: CanvasCommand): readonly string[] =>
  first === undefined ? [] : keyWords(first, isMac);
