import type { Contact, Conversation, EditableContactFields, StepId } from "#core/domain";
import type { StepEffect } from "#core/engine";
import { ensureConversation, type Pretended } from "./pretended.ts";

/** Makes true what decides later ways: variables, fields, what a step remembers. What only shows somewhere is left out. */
export const applyEffects = (
  moment: Pretended,
  stepId: StepId,
  effects: readonly StepEffect[],
): Pretended => effects.reduce((before, effect) => apply(before, stepId, effect), moment);

const apply = (moment: Pretended, stepId: StepId, effect: StepEffect): Pretended => {
  switch (effect.type) {
    case "set_variable":
      return { ...moment, variables: { ...moment.variables, [effect.name]: effect.value } };
    case "remember":
      return { ...moment, memories: { ...moment.memories, [stepId]: effect.value } };
    case "change_contact":
      return {
        ...moment,
        contact: changeContact(moment.contact, effect.fields),
        written: new Set([...moment.written, ...writtenBy(effect.fields)]),
      };
    case "prove_email":
      return {
        ...moment,
        contact: { ...moment.contact, email: effect.email, emailVerification: "proven" },
        written: new Set([...moment.written, ...writtenBy({ email: effect.email })]),
      };
    case "change_tags":
      return changeTags(moment, effect);
    case "set_priority":
      return inConversation(moment, { priority: effect.priority });
    case "assign_ai_agent":
      return inConversation(moment, { aiAgentId: effect.aiAgentId, assigneeId: null });
    case "unassign":
      return inConversation(moment, { aiAgentId: null, assigneeId: null });
    case "send_message":
    case "request_assignment":
      return ensureConversation(moment);
    default:
      return moment;
  }
};

const inConversation = (before: Pretended, change: Partial<Conversation>): Pretended => {
  const moment = ensureConversation(before);
  const { conversation } = moment;
  return conversation === null
    ? moment
    : { ...moment, conversation: { ...conversation, ...change } };
};

const changeTags = (
  moment: Pretended,
  { of, add, remove }: Extract<StepEffect, { type: "change_tags" }>,
): Pretended => {
  const change = (tags: readonly string[]): readonly string[] => [
    ...new Set([...tags, ...add].filter((tag) => !remove.includes(tag))),
  ];
  if (of === "conversation")
    return inConversation(moment, { tags: change(moment.conversation?.tags ?? []) });
  return {
    ...moment,
    contact: { ...moment.contact, tags: change(moment.contact.tags) },
    written: new Set([...moment.written, "contact.tags"]),
  };
};

const changeContact = (contact: Contact, fields: EditableContactFields): Contact => {
  const { lifecycle_stage: lifecycleStage, custom, ...others } = fields;
  const changed: Contact = {
    ...contact,
    ...Object.fromEntries(Object.entries(others).filter(([, value]) => value !== undefined)),
    ...(lifecycleStage !== undefined && { lifecycleStage }),
    ...(custom !== undefined && { custom: { ...contact.custom, ...custom } }),
  };
  return fields.email === undefined || fields.email?.toLowerCase() === contact.email?.toLowerCase()
    ? changed
    : { ...changed, emailVerification: fields.email === null ? "none" : "claimed" };
};

const writtenBy = ({ custom = {}, ...others }: EditableContactFields): readonly string[] => [
  ...Object.keys(others).map((name) => `contact.${name}`),
  ...Object.keys(custom).map((name) => `contact.custom.${name}`),
  ...(others.email === undefined ? [] : ["contact.email_verification"]),
];
