import {
  type Contact,
  type EditableContactFields,
  type Json,
  type Verification,
  verifications,
} from "#core/domain";
import { tellTags } from "../lane/change-tags.ts";
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
    ...changeEmail(contact, email, verification),
  };
  lane.setContact(changed);
  tellChanges(lane, contact, changed);
  return {};
};

/** Fields of a contact that workflows may start on, by the name a template reads them by. */
const toldFields = (contact: Contact): { readonly [field: string]: Json } => ({
  name: contact.name,
  email: contact.email,
  email_verification: contact.emailVerification,
  phone: contact.phone,
  lifecycle_stage: contact.lifecycleStage,
  language: contact.language,
  timezone: contact.timezone,
});

const tellChanges = (lane: LaneDraft, before: Contact, after: Contact): void => {
  tellTags(lane, "contact", before.tags, after.tags, null);
  const [was, is] = [toldFields(before), toldFields(after)];
  for (const [field, to] of Object.entries(is)) tellField(lane, field, was[field] ?? null, to);
  if (after.custom === before.custom) return;
  for (const [name, to] of Object.entries(after.custom)) {
    const from = Object.hasOwn(before.custom, name) ? (before.custom[name] ?? null) : null;
    tellField(lane, `custom.${name}`, from, to);
  }
};

const tellField = (lane: LaneDraft, field: string, from: Json, to: Json): void => {
  if (from !== to) lane.occur({ type: "field_changed", field, from, to }, null);
};

/** Saying a known address again may make it more believed, never less. */
const changeEmail = (
  { email: known, emailVerification }: Contact,
  email: string | null | undefined,
  verification: Verification,
): Partial<Contact> => {
  if (email === undefined) return {};
  if (email === null) return { email, emailVerification: "none" };
  if (known?.toLowerCase() !== email.toLowerCase())
    return { email, emailVerification: verification };
  return verifications.indexOf(verification) > verifications.indexOf(emailVerification)
    ? { emailVerification: verification }
    : {};
};
