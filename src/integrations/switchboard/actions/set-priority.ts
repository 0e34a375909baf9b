import { priorities } from "#core/domain";
import { z } from "zod";
import { defineAction, done } from "../define-action.ts";

/**
 * Sets the priority of the conversation.
 *
 * Conversations of a higher priority are first in line for a free agent.
 *
 * @example { "priority": "high" }
 */
export const setPriority = defineAction({
  name: "set_priority",
  title: "Set priority",
  description: "Sets the priority of the conversation.",
  inputs: [
    {
      name: "priority",
      title: "Priority",
      type: "string",
      isRequired: true,
      values: priorities,
    },
  ],
  outputs: [],
  schema: z.object({ priority: z.enum(priorities) }),
  example: { priority: "high" },
  perform: ({ priority }) => done([{ type: "set_priority", priority }]),
});
