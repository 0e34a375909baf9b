import type { Contact, EditableContactFields } from "#core/domain";
import { hasProvenEmail } from "./is-known-contact.ts";

/** What the page may say of its visitor. */
export type PageFields = Pick<
  EditableContactFields,
  "name" | "email" | "phone" | "language" | "timezone" | "custom"
>;

const CUSTOM = "custom.";

/** Names every field, a custom one as `custom.plan`. */
export const namesOfFields = ({ custom, ...fields }: EditableContactFields): string[] => [
  ...Object.keys(fields),
  ...Object.keys(custom ?? {}).map((name) => `${CUSTOM}${name}`),
];

/** Tells whether fields say who somebody is. */
export const claimsIdentity = ({ name, email, phone }: PageFields): boolean =>
  [name, email, phone].some((value) => value !== undefined && value !== null);

/** Takes out of the page's fields what a signature or a proof says better; the names of those are `ignored`. */
export function keepUnsigned(
  fields: PageFields,
  signed: readonly string[],
  contact: Pick<Contact, "emailVerification"> | undefined,
): { readonly kept: PageFields; readonly ignored: string[] } {
  const isProven = contact !== undefined && hasProvenEmail(contact);
  const ignored = namesOfFields(fields).filter(
    (name) => signed.includes(name) || (name === "email" && isProven),
  );
  const custom = { ...fields.custom };
  const kept: PageFields = { ...fields, ...(fields.custom === undefined ? {} : { custom }) };
  for (const name of ignored)
    if (name.startsWith(CUSTOM)) Reflect.deleteProperty(custom, name.slice(CUSTOM.length));
    else Reflect.deleteProperty(kept, name);
  return { kept, ignored };
}
