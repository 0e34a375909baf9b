import type { CheckedGraph } from "../checked-graph.ts";
import type { Found } from "../finding.ts";

/**
 * Names each config that cannot be parsed, each unknown type, and a trigger that leads nowhere.
 *
 * What a step or trigger type says of its own config is told at its field, in its own words.
 *
 * Codes
 * - `invalid_config` (error): a setting is missing or wrong; fill it in as the message says.
 * - `unknown_step_type` (error): this Switchboard has no such step type; remove the step or upgrade.
 * - `unknown_trigger_type` (error): this Switchboard has no such trigger type; choose another.
 * - `no_first_step` (error): nothing follows the trigger; connect it to a first step.
 */
export const invalidConfig = ({ bound }: CheckedGraph): readonly Found[] =>
  bound.problems.map(({ code, message, stepId, field }) => ({
    code,
    message,
    severity: "error",
    stepId,
    field,
  }));
