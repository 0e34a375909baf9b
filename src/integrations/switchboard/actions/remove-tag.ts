import { defineAction, done } from "../define-action.ts";
import { tagInputs, tagSchema } from "../tag.ts";

/**
 * Removes a tag from the contact, or from the conversation.
 *
 * Removing a tag that is not there changes nothing.
 *
 * @example { "tag": "trial", "of": "contact" }
 */
export const removeTag = defineAction({
  name: "remove_tag",
  title: "Remove tag",
  description: "Removes a tag from the contact or the conversation.",
  inputs: tagInputs,
  outputs: [],
  schema: tagSchema,
  example: { tag: "trial", of: "contact" },
  perform: ({ tag, of }) => done([{ type: "change_tags", of, add: [], remove: [tag] }]),
});
