import type { Json, JsonObject } from "#core/domain";
import {
  type ActionCatalogue,
  type BoundStep,
  type Facts,
  type StepContext,
  type StepType,
  seededIds,
  toReaders,
} from "#core/engine";
import { actionCatalogue } from "#integrations";
import { aContact, aConversation, aVisitorSession, aWorkspace, builtAt } from "./records.ts";

/** Builds what a step may know; `notes` collects the paths that had no value. */
export const aStepContext = (
  overrides: Partial<Facts> & {
    language?: string;
    memory?: Json;
    actions?: ActionCatalogue;
  } = {},
  notes: JsonObject[] = [],
): StepContext => {
  const { language = "en", memory = null, actions = actionCatalogue, ...given } = overrides;
  const facts: Facts = {
    now: builtAt,
    workspace: aWorkspace(),
    contact: aContact(),
    conversation: aConversation(),
    visitorSession: aVisitorSession(),
    variables: {},
    triggerInputs: {},
    ...given,
  };
  return {
    ...facts,
    language,
    memory,
    ...toReaders(facts, language, notes),
    action: (name) => actions.get(name),
    draw: seededIds("seed", facts.now).draw,
  };
};

/** Binds a config that must be valid. */
export const bindStep = (type: StepType, config: JsonObject): BoundStep => {
  const bound = type.bind(config);
  if (bound.ok) return bound.step;
  throw new Error(
    bound.problems.map(({ path, message }) => `${path.join(".")}: ${message}`).join("; "),
  );
};

/** Says what is wrong with a config, one "field: message" per problem. */
export const problemsOf = (type: StepType, config: unknown): readonly string[] => {
  const bound = type.bind(config);
  return bound.ok ? [] : bound.problems.map(({ path, message }) => `${path.join(".")}: ${message}`);
};
