import type { Role } from "#core/domain";
import { notAllowed } from "../refusals.ts";
import type { Caller } from "../tools.ts";

/** Refuses to let anybody but an owner make or unmake an owner. */
export function mayGiveRole(caller: Caller, ...roles: readonly Role[]): void {
  if (roles.includes("owner") && caller.role !== "owner")
    throw notAllowed("Only an owner may make or change an owner.");
}
