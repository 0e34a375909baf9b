import type { FileMap } from "../file-part.ts";
import type { Problems } from "../problems.ts";
import { bareGraph } from "./0-bare-graph.ts";
import type { Upgrade } from "./upgrade.ts";

/** The form that is written today. */
export const newestForm = 1;

/** Every upgrade there is, oldest first. A new form adds one here and a sample of the old one to `samples`. */
export const upgrades: readonly Upgrade[] = [bareGraph];

/** Brings a file of an older form to the newest, one form at a time. */
export const upgradeFile = (root: FileMap, form: number, problems: Problems): FileMap =>
  upgrades
    .filter(({ from }) => from >= form)
    .reduce((file, { upgrade }) => upgrade(file, problems), root);
