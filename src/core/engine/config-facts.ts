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

/** A path that a config's texts or conditions read; `isOptional` when nothing is amiss without a value (a default, a condition). */
export interface Read {
  readonly path: string;
  readonly isOptional: boolean;
}
