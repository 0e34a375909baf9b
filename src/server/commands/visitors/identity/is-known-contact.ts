import type { Contact } from "#core/domain";

/** Tells whether a contact's e-mail is its own beyond doubt. */
export const hasProvenEmail = ({
  emailVerification,
}: Pick<Contact, "emailVerification">): boolean =>
  emailVerification === "proven" || emailVerification === "signed";

/** Tells whether a contact is a certain person, not just whoever sits at a browser. */
export const isKnownContact = (contact: Contact): boolean =>
  contact.externalId !== null || hasProvenEmail(contact);
