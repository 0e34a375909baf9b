import { type Graph, type TeamId, graphSchema } from "#core/domain";

const at = { x: 0, y: 0 };
const step = (id: string, type: string, config: object) => ({
  id,
  type,
  name: id,
  config,
  position: at,
});

/**
 * The comparable job of DESIGN 10: a start, two branches (three conditions ANDed, two ORed), one question, and the run parks;
 * the reply is validated, branched on, assigned round robin to one of the team, and the conversation is closed.
 */
export function supportRunGraph(
  teamId: TeamId,
  options: { openLimit?: number; closes?: boolean } = {},
): Graph {
  return graphSchema.parse({
    format: 1,
    trigger: {
      type: "conversation_opened",
      config: { channels: ["widget"], opened: "new" },
      conditions: { match: "all", conditions: [] },
      frequency: { every: "time" },
      on_takeover: "pause",
    },
    trigger_position: at,
    steps: [
      step("known", "branch", {
        branches: [
          {
            id: "three",
            name: "All three",
            match: "all",
            conditions: [
              { field: "conversation.channel", operator: "equals", value: "widget" },
              { field: "trigger.message", operator: "contains", value: "help" },
              { field: "contact.email", operator: "not_exists" },
            ],
          },
        ],
      }),
      step("either", "branch", {
        branches: [
          {
            id: "two",
            name: "Either",
            match: "any",
            conditions: [
              { field: "trigger.message", operator: "contains", value: "refund" },
              { field: "trigger.message", operator: "starts_with", value: "help" },
            ],
          },
        ],
      }),
      step("ask", "ask_question", {
        text: "Which e-mail may we answer to?",
        answer: { type: "email" },
        save_to: { contact_field: "email" },
      }),
      step("reachable", "branch", {
        branches: [
          {
            id: "yes",
            name: "Has an address",
            match: "all",
            conditions: [{ field: "contact.email", operator: "exists" }],
          },
        ],
      }),
      step("assign", "assign_to", {
        target: { type: "team", team_id: teamId },
        policy: "round_robin",
        online_only: true,
        open_limit: options.openLimit ?? null,
      }),
      ...(options.closes === false ? [] : [step("close", "close_conversation", {})]),
    ],
    edges: [
      { from: "trigger", path: "next", to: "known" },
      { from: "known", path: "three", to: "either" },
      { from: "either", path: "two", to: "ask" },
      { from: "ask", path: "answered", to: "reachable" },
      { from: "reachable", path: "yes", to: "assign" },
      ...(options.closes === false ? [] : [{ from: "assign", path: "assigned", to: "close" }]),
    ],
  });
}
