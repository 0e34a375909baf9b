import type { Contact, EditableContactFields, Verification } from "#core/domain";
import type { LaneDraft } from "../lane/lane-draft.ts";
import type { Applied } from "./applied.ts";

/** Changes the fields named, leaves the others; a new e-mail is believed as far as `verification` says. */
export const applyChangeContact = (
  lane: LaneDraft,
  fields: EditableContactFields,
  verification: Verification,
): Applied => {
  const { contact } = lane;
  const {
    email,
    lifecycle_stage: lifecycleStage,
    custom,
    name,
    phone,
    language,
    timezone,
    tags,
  } = fields;
  const changed: Contact = {
    ...contact,
    ...(name === undefined ? {} : { name }),
    ...(phone === undefined ? {} : { phone }),
    ...(language === undefined ? {} : { language }),
    ...(timezone === undefined ? {} : { timezone }),
    ...(tags === undefined ? {} : { tags: [...new Set(tags)] }),
    ...(lifecycleStage === undefined ? {} : { lifecycleStage }),
    ...(custom === undefined ? {} : { custom: { ...contact.custom, ...custom } }),
    ...(email === undefined || isSameEmail(contact.email, email)
      ? {}
      : { email, emailVerification: email === null ? "none" : verification }),
  };
  lane.setContact(changed);
  return {};
};

/** Saying a proven address again does not make it less believed. */
const isSameEmail = (known: string | null, given: string | null): boolean =>
  known?.toLowerCase() === given?.toLowerCase();
