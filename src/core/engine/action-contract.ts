import type { Json, JsonObject, Problem } from "#core/domain";
import type { StepContext, StepEffect } from "./step-contract.ts";

/** One input or output of an action, for forms, checks and pickers. */
export interface ActionField {
  readonly name: string;
  readonly title: string;
  readonly type: "string" | "number" | "boolean" | "date" | "datetime" | "list" | "object";
  readonly isRequired: boolean;
  readonly values?: readonly string[];
}

/** What an action inside Switchboard answers at once. */
export type ActionResult =
  | { readonly kind: "done"; readonly output: Json; readonly effects: readonly StepEffect[] }
  | { readonly kind: "failed"; readonly problem: Problem };

/** One thing an integration can do, as the engine and the builder see it. */
export interface ActionType {
  /** Integration, action and major version: `shopify.find_order@1`. Never changed once published. */
  readonly name: string;
  readonly integration: string;
  readonly title: string;
  readonly description: string;
  readonly inputs: readonly ActionField[];
  readonly outputs: readonly ActionField[];
  /** Safe to repeat when nobody knows whether it was done. */
  readonly isRepeatable: boolean;
  /** Asks the contact first unless told otherwise: money moves, goods ship or nothing can be taken back. */
  readonly confirms: boolean;
  /** The input that says how much money moves, and the one that names the currency. */
  readonly amount: { readonly input: string; readonly currencyInput: string | null } | null;
  /** Runs inside the database: what is to be done comes back as effects. Null for an action on another machine. Total. */
  readonly perform: ((input: JsonObject, context: StepContext) => ActionResult) | null;
}

/** Actions by name with version, given to the engine as an argument. */
export type ActionCatalogue = ReadonlyMap<string, ActionType>;
