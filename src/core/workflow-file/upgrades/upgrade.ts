import type { FileMap } from "../file-part.ts";
import type { Problems } from "../problems.ts";

/** Turns one form of a workflow file into the next; what it moves keeps its line. */
export interface Upgrade {
  /** The form it reads; it writes the next. A sample of that form is under test. */
  readonly from: number;
  /** What that form was. */
  readonly title: string;
  readonly upgrade: (root: FileMap, problems: Problems) => FileMap;
}
