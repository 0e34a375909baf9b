import { defineAction, done } from "../define-action.ts";
import { tagInputs, tagSchema } from "../tag.ts";

/**
 * Adds a tag to the contact, or to the conversation.
 *
 * A tag that is there already stays as it is.
 *
 * @example { "tag": "vip", "of": "contact" }
 */
export const addTag = defineAction({
  name: "add_tag",
  title: "Add tag",
  description: "Adds a tag to the contact or the conversation.",
  inputs: tagInputs,
  outputs: [],
  schema: tagSchema,
  example: { tag: "vip", of: "contact" },
  perform: ({ tag, of }) => done([{ type: "change_tags", of, add: [tag], remove: [] }]),
});
