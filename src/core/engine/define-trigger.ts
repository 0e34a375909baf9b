import type { JsonObject } from "#core/domain";
import type { z } from "zod";
import { isOccurrence, type Occurrence, type OccurrenceType } from "#core/domain";
import { parseConfig } from "./parse-config.ts";
import type { ConfigProblem } from "./config-facts.ts";
import type {
  BoundTrigger,
  TriggerContext,
  TriggerMatch,
  TriggerNeed,
  TriggerType,
} from "./trigger-contract.ts";

/** A trigger type as its file writes it. */
export interface TriggerDefinition<
  Config,
  On extends OccurrenceType = OccurrenceType,
  Name extends string = string,
> {
  readonly type: Name;
  readonly title: string;
  readonly description: string;
  /** The occurrences it listens to. Those of type `detection` reach `matches` only when they name this trigger and were made for this config. */
  readonly on: On;
  readonly isProactive?: boolean;
  readonly config: z.ZodType<Config>;
  readonly initialConfig: JsonObject;
  readonly example: JsonObject;
  readonly inputs: readonly string[];
  /** Inputs that depend on the config, besides `inputs`. */
  readonly configuredInputs?: (config: Config) => readonly string[];
  readonly summary: (config: Config) => string;
  /** What the page must watch for; required of what is sensed. */
  readonly armed?: (config: Config) => JsonObject;
  readonly need?: (config: Config) => TriggerNeed;
  /** For what is sensed: which pages it is about. Others leave no record. */
  readonly isAbout?: (config: Config, url: string) => boolean;
  readonly check?: (config: Config) => readonly ConfigProblem[];
  readonly matches: (
    config: Config,
    occurrence: Extract<Occurrence, { type: On }>,
    context: TriggerContext,
  ) => TriggerMatch;
}

/** Makes a trigger type whose `bind` parses a config once and hides its type. */
export const defineTrigger = <Config, const On extends OccurrenceType, const Name extends string>(
  definition: TriggerDefinition<Config, On, Name>,
): TriggerType<Name> => {
  const { type, title, description, on, initialConfig, example, inputs } = definition;
  return {
    type,
    title,
    description,
    on,
    isSensed: on === "detection",
    isProactive: definition.isProactive ?? false,
    initialConfig,
    example,
    inputs,
    bind: (unknownConfig) => {
      const parsed = parseConfig(definition.config, unknownConfig);
      if (!parsed.ok) return parsed;
      const { config } = parsed;
      const problems = definition.check?.(config) ?? [];
      if (problems.length > 0) return { ok: false, problems };
      return { ok: true, trigger: bindConfig(definition, config) };
    },
  };
};

const bindConfig = <Config, On extends OccurrenceType, Name extends string>(
  definition: TriggerDefinition<Config, On, Name>,
  config: Config,
): BoundTrigger => {
  const { type, on } = definition;
  const armed = definition.armed?.(config) ?? null;
  return {
    type,
    on,
    summary: definition.summary(config),
    armed,
    need: definition.need?.(config) ?? null,
    inputs: [...definition.inputs, ...(definition.configuredInputs?.(config) ?? [])],
    matches: (occurrence, context) => {
      if (occurrence.type === "detection") {
        const { triggerType, page, evidence } = occurrence;
        if (triggerType !== type || !isMadeFor(armed, evidence)) return { match: "other_type" };
        if (definition.isAbout?.(config, page.url) === false) return { match: "other_type" };
      }
      return isOccurrence(occurrence, on)
        ? definition.matches(config, occurrence, context)
        : { match: "other_type" };
    },
  };
};

/**
 * Tells whether a detection was made for this armed config: each armed config reports for itself, so a page that two workflows
 * watch gives two detections. Evidence that does not repeat the config says no more than that the trigger fired.
 */
const isMadeFor = (armed: JsonObject | null, evidence: JsonObject): boolean =>
  Object.entries(armed ?? {}).every(
    ([name, value]) =>
      typeof value === "object" || !Object.hasOwn(evidence, name) || evidence[name] === value,
  );
