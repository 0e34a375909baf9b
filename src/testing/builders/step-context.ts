import type { Json, JsonObject } from "#core/domain";
import {
  type BoundStep,
  type Facts,
  type StepContext,
  type StepType,
  toReaders,
} from "#core/engine";
import { aContact, aConversation, aVisitorSession, aWorkspace, builtAt } from "./records.ts";

/** Builds what a step may know; `notes` collects the paths that had no value. */
export const aStepContext = (
  overrides: Partial<Facts> & { language?: string; memory?: Json } = {},
  notes: JsonObject[] = [],
): StepContext => {
  const { language = "en", memory = null, ...given } = overrides;
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
    action: () => undefined,
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
