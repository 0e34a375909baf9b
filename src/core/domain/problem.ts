import type { JsonObject } from "./values.ts";

/** An expected bad outcome as data. Codes are snake_case and never renamed; `message` is for a person. */
export interface Problem {
  readonly code: string;
  readonly message: string;
  readonly details?: JsonObject;
}
