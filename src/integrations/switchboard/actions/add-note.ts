import { limits } from "#core/domain";
import { z } from "zod";
import { defineAction, done } from "../define-action.ts";

/**
 * Leaves a private note in the conversation; the team alone sees it.
 *
 * @example { "text": "Asked about a refund of order 1001." }
 */
export const addNote = defineAction({
  name: "add_note",
  title: "Add private note",
  description: "Leaves a note that only the team sees.",
  inputs: [{ name: "text", title: "Note", type: "string", isRequired: true }],
  outputs: [],
  schema: z.object({ text: z.string().trim().min(1, "write the note") }),
  example: { text: "Asked about a refund of order 1001." },
  perform: ({ text }) =>
    done([{ type: "add_note", text: text.slice(0, limits.messageCharacters) }]),
});
