import type { Json, JsonObject, Occurrence, StepEvent } from "#core/domain";
import type { z } from "zod";
import type {
  ActionUse,
  BindResult,
  BoundStep,
  OutputPath,
  Question,
  SpokenText,
  StepContext,
  StepResult,
  StepType,
} from "./step-contract.ts";
import type { ConfigProblem, Read, Reference, VariablePlace } from "./config-facts.ts";
import { type ActionCatalogue, noActions } from "./action-contract.ts";
import { parseConfig } from "./parse-config.ts";

/** A step type as its file writes it. `Config` is its parsed config, `Shape` the part its output paths depend on. */
export interface StepDefinition<Config, Shape, Name extends string = string> {
  readonly type: Name;
  readonly title: string;
  readonly description: string;
  readonly config: z.ZodType<Config>;
  /** Reads that part out of anything, a draft's invalid config included: every field has a `.catch`, so it never fails. */
  readonly shape: z.ZodType<Shape>;
  readonly outputPaths: (shape: Shape) => readonly OutputPath[];
  readonly initialConfig: JsonObject;
  readonly example: JsonObject;
  /** Whether it says something to the customer; of a config, when that depends on it. */
  readonly speaks: boolean | ((config: Config, actions: ActionCatalogue) => boolean);
  readonly parks: (config: Config) => BoundStep["parks"];
  readonly summary: (config: Config) => string;
  readonly skipPath: string | ((config: Config) => string);
  readonly boundedPaths?: readonly string[];
  readonly failurePath?: (config: Config) => string | null;
  readonly reads?: (config: Config) => readonly Read[];
  /** Where configs name variables: all that `reads` and `writes` speak of. */
  readonly variablePlaces?: readonly VariablePlace[];
  readonly writes?: (config: Config, actions: ActionCatalogue) => readonly string[];
  readonly references?: (config: Config) => readonly Reference[];
  readonly question?: (config: Config) => Question;
  readonly actionUse?: (config: Config) => ActionUse;
  readonly texts?: (config: Config) => readonly SpokenText[];
  readonly causes?: (config: Config) => readonly Occurrence[];
  /** What the schema cannot say: templates, patterns, names that are taken. */
  readonly check?: (config: Config) => readonly ConfigProblem[];
  readonly enter: (config: Config, context: StepContext) => StepResult;
  /** Only for steps that wait; `state` is the visit's own. */
  readonly resume?: (
    config: Config,
    context: StepContext,
    event: StepEvent,
    state: Json,
  ) => StepResult;
}

/** Makes a step type whose `bind` parses a config once and hides its type, so that the engine handles every step alike. */
export const defineStep = <Config, Shape, const Name extends string>(
  definition: StepDefinition<Config, Shape, Name>,
): StepType<Name> => {
  const { type, title, description, initialConfig, example, variablePlaces = [] } = definition;
  const toPaths = (config: unknown): readonly OutputPath[] => {
    const shape = definition.shape.safeParse(config);
    return shape.success ? definition.outputPaths(shape.data) : [];
  };
  const bind: StepType["bind"] = memoizeBind((unknownConfig, actions) => {
    const parsed = parseConfig(definition.config, unknownConfig);
    if (!parsed.ok) return parsed;
    const { config } = parsed;
    const problems = definition.check?.(config) ?? [];
    if (problems.length > 0) return { ok: false, problems };
    return { ok: true, step: bindConfig(definition, config, toPaths(config), actions) };
  });
  const sketch: StepType["sketch"] = (config) => {
    const bound = bind(config);
    if (bound.ok) return { outputPaths: bound.step.outputPaths, summary: bound.step.summary };
    return { outputPaths: toPaths(config), summary: bound.problems[0]?.message ?? "" };
  };
  return { type, title, description, initialConfig, example, variablePlaces, bind, sketch };
};

/**
 * Binds each config once for each catalogue. Configs are never mutated, and a draft of hundreds of steps is bound again
 * after every key that changes one of them.
 */
const memoizeBind = (
  bind: (config: unknown, actions: ActionCatalogue) => BindResult,
): StepType["bind"] => {
  const known = new WeakMap<ActionCatalogue, WeakMap<object, BindResult>>();
  return (config, actions = noActions) => {
    if (typeof config !== "object" || config === null) return bind(config, actions);
    const results = known.get(actions) ?? new WeakMap<object, BindResult>();
    known.set(actions, results);
    const result = results.get(config) ?? bind(config, actions);
    results.set(config, result);
    return result;
  };
};

const bindConfig = <Config, Shape>(
  definition: StepDefinition<Config, Shape>,
  config: Config,
  outputPaths: readonly OutputPath[],
  actions: ActionCatalogue,
): BoundStep => ({
  type: definition.type,
  outputPaths,
  summary: definition.summary(config),
  speaks:
    typeof definition.speaks === "boolean" ? definition.speaks : definition.speaks(config, actions),
  parks: definition.parks(config),
  boundedPaths: definition.boundedPaths ?? [],
  skipPath: ofConfig(definition.skipPath, config),
  failurePath: definition.failurePath?.(config) ?? null,
  reads: definition.reads?.(config) ?? [],
  writes: definition.writes?.(config, actions) ?? [],
  references: definition.references?.(config) ?? [],
  question: definition.question?.(config) ?? null,
  actionUse: definition.actionUse?.(config) ?? null,
  texts: definition.texts?.(config) ?? [],
  causes: definition.causes?.(config) ?? [],
  enter: (context) => definition.enter(config, context),
  resume: (context, event, state) => {
    if (definition.resume === undefined)
      return {
        kind: "fail",
        problem: {
          code: "step_does_not_wait",
          message: `A ${definition.title} step does not wait.`,
        },
      };
    return definition.resume(config, context, event, state);
  },
});

const ofConfig = <Config, Value extends string | boolean>(
  said: Value | ((config: Config) => Value),
  config: Config,
): Value => (typeof said === "function" ? said(config) : said);
