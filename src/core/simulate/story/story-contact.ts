import type { Contact } from "#core/domain";

/** What is known of a contact before they act. */
export interface StoryContact {
  readonly name: string;
  readonly fields: Partial<Contact>;
}
