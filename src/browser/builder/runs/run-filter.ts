import type { RunFilter } from "#browser/data";
import { insightOutcomes } from "#contract";
import { runStates } from "#core/domain";
import { z } from "zod";

const text = z.coerce.string().trim().min(1).max(200).optional().catch(undefined);
const day = z.iso.date().optional().catch(undefined);

/** What a list of runs is narrowed by, as it stands in the address. */
export const runAddressSchema = z.object({
  state: z.enum(runStates).optional().catch(undefined),
  version: z.coerce.number().int().min(1).optional().catch(undefined),
  outcome: z.enum(insightOutcomes).optional().catch(undefined),
  step_id: text,
  left_step_id: text,
  left_path: text,
  search: text,
  from: day,
  to: day,
  is_test: z.boolean().optional().catch(undefined),
});
export type RunAddress = z.infer<typeof runAddressSchema>;

/** Everything left out: shows all runs. */
export const noFilter: { readonly [Name in keyof RunAddress]-?: undefined } = {
  state: undefined,
  version: undefined,
  outcome: undefined,
  step_id: undefined,
  left_step_id: undefined,
  left_path: undefined,
  search: undefined,
  from: undefined,
  to: undefined,
  is_test: undefined,
};

/** Whether anything narrows the list. */
export const isNarrowed = (address: RunAddress): boolean =>
  Object.values(address).some((value) => value !== undefined);

/** Asks the API for the runs that the address means. */
export function toRunFilter(workflowId: string, address: RunAddress): RunFilter {
  const { version, is_test, ...same } = address;
  return {
    workflow_id: workflowId,
    ...same,
    version_number: version,
    ...(is_test !== undefined && { is_test: is_test ? "true" : "false" }),
  };
}
