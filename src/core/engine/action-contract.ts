import type { Json, JsonObject, Problem, StepEvent, WaitKind, Wait } from "#core/domain";
import type { ActionContext, StepEffect } from "./step-context.ts";

/** One input or output of an action, for forms, checks and pickers. */
export interface ActionField {
  readonly name: string;
  readonly title: string;
  /** `any` is a text, a number, a boolean or nothing. */
  readonly type: "string" | "number" | "boolean" | "date" | "datetime" | "list" | "object" | "any";
  readonly isRequired: boolean;
  readonly values?: readonly string[];
  /** What a text of this input names: the action gives it a value, so that later steps may read it. */
  readonly names?: "variable" | "contact_field";
}

/** What an action inside Switchboard answers. One that needs to hear something first waits, and is asked again with what came. */
export type ActionResult =
  | { readonly kind: "done"; readonly output: Json; readonly effects: readonly StepEffect[] }
  | {
      readonly kind: "failed";
      readonly problem: Problem;
      readonly effects?: readonly StepEffect[];
    }
  | {
      readonly kind: "waits";
      readonly for: WaitKind;
      readonly takesReply: boolean;
      readonly timers: Wait["timers"];
      /** Comes back in `resume`. */
      readonly state: Json;
      readonly effects: readonly StepEffect[];
      readonly evidence?: readonly JsonObject[];
    };

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
  /** Speaks to the contact itself, as one that asks for a code does. */
  readonly speaks?: boolean;
  /** The input that says how much money moves, and the one that names the currency. */
  readonly amount: { readonly input: string; readonly currencyInput: string | null } | null;
  /** Runs inside the database: what is to be done comes back as effects. Null for an action on another machine. Total. */
  readonly perform: ((input: JsonObject, context: ActionContext) => ActionResult) | null;
  /** Takes up an inside action that waits. Total. */
  readonly resume?: (
    input: JsonObject,
    context: ActionContext,
    event: StepEvent,
    state: Json,
  ) => ActionResult;
}

/** Actions by name with version, given to the engine as an argument. */
export type ActionCatalogue = ReadonlyMap<string, ActionType>;

/** A catalogue for where no actions are known. */
export const noActions: ActionCatalogue = new Map();
