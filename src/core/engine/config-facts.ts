/** A finding about one config, before publish: which field, what is wrong, what would be right. */
export interface ConfigProblem {
  /** Where in the config: `["options", 0, "label"]`. */
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** A thing that a config points at by id, and where in the config. */
export type Reference = {
  readonly kind: "member" | "team" | "workflow" | "step" | "ai_agent" | "action" | "schedule";
  readonly id: string;
  readonly path: readonly (string | number)[];
};

/** Where a config of a type names variables, so that one can be renamed with all its uses, in an unfinished draft too. */
export interface VariablePlace {
  /** Names of settings from the config inwards; "*" for each entry of a list or record. */
  readonly path: readonly string[];
  /**
   * A text with `{{ }}`, in every language; a variable's name; a path that may begin with one; or an input's value,
   * which names a variable when the action in the setting `action` says so of that input.
   */
  readonly holds: "template" | "name" | "path" | "action_input";
}

/** A path that a config's texts or conditions read; `isOptional` when nothing is amiss without a value (a default, a condition). */
export interface Read {
  readonly path: string;
  readonly isOptional: boolean;
}
