import type { ConditionGroup, Contact, Moment, Workspace } from "#core/domain";
import { toReaders } from "../facts/run-facts.ts";
import { evaluateConditions } from "./evaluate-conditions.ts";

/** Tells whether a contact belongs to the audience of a Schedule trigger, by its fields alone. Total. */
export const isInAudience = (
  audience: ConditionGroup,
  contact: Contact,
  workspace: Workspace,
  now: Moment,
): boolean => {
  const facts = {
    now,
    workspace,
    contact,
    conversation: null,
    visitorSession: null,
    variables: {},
    triggerInputs: {},
  };
  const language = contact.language ?? workspace.language;
  return evaluateConditions(audience, { workspace, ...toReaders(facts, language, []) }).passed;
};
