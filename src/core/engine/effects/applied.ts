import type { JsonObject, Problem } from "#core/domain";

/** What applying an effect came to: a note for the visit's evidence, or a problem that ends the run. */
export interface Applied {
  readonly evidence?: JsonObject;
  readonly problem?: Problem;
}
