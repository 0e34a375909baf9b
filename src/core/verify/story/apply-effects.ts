import type { Contact, EditableContactFields, StepId } from "#core/domain";
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
    case "send_message":
    case "request_assignment":
      return ensureConversation(moment);
    default:
      return moment;
  }
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
