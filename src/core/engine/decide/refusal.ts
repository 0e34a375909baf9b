import type { JsonObject, NonStartReason } from "#core/domain";

/** Why a workflow does not start, with what was seen. */
export interface Refusal {
  readonly reason: NonStartReason;
  readonly evidence: JsonObject;
}
