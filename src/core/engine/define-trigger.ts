import type { Event, JsonObject } from "#core/domain";
import type { z } from "zod";
import type { ConfigProblem } from "./step-contract.ts";
import { parseConfig } from "./parse-config.ts";
import type { TriggerContext, TriggerMatch, TriggerType } from "./trigger-contract.ts";

/** A trigger type as its file writes it. */
export interface TriggerDefinition<Config, Name extends string = string> {
  readonly type: Name;
  readonly title: string;
  readonly description: string;
  readonly isSensed: boolean;
  readonly isProactive: boolean;
  readonly config: z.ZodType<Config>;
  readonly initialConfig: JsonObject;
  readonly example: JsonObject;
  readonly inputs: readonly string[];
  /** Inputs that depend on the config, besides `inputs`. */
  readonly configuredInputs?: (config: Config) => readonly string[];
  readonly summary: (config: Config) => string;
  readonly armed?: (config: Config) => JsonObject;
  readonly check?: (config: Config) => readonly ConfigProblem[];
  readonly matches: (config: Config, event: Event, context: TriggerContext) => TriggerMatch;
}

/** Makes a trigger type whose `bind` parses a config once and hides its type. */
export const defineTrigger = <Config, const Name extends string>(
  definition: TriggerDefinition<Config, Name>,
): TriggerType<Name> => {
  const { type, title, description, isSensed, isProactive, initialConfig, example, inputs } =
    definition;
  return {
    type,
    title,
    description,
    isSensed,
    isProactive,
    initialConfig,
    example,
    inputs,
    bind: (unknownConfig) => {
      const parsed = parseConfig(definition.config, unknownConfig);
      if (!parsed.ok) return parsed;
      const { config } = parsed;
      const problems = definition.check?.(config) ?? [];
      if (problems.length > 0) return { ok: false, problems };
      return {
        ok: true,
        trigger: {
          type,
          summary: definition.summary(config),
          armed: definition.armed?.(config) ?? null,
          inputs: [...inputs, ...(definition.configuredInputs?.(config) ?? [])],
          matches: (event, context) => definition.matches(config, event, context),
        },
      };
    },
  };
};
