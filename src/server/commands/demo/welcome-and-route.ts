import type { Graph, TeamId, WorkflowId } from "#core/domain";
import { demoGraph } from "./demo-graph.ts";

/**
 * Greets whoever opens the chat and asks what it is about. An order is looked up by another workflow; for anything else it asks for an
 * e-mail and gives the conversation to the right team.
 */
export function welcomeAndRoute(
  teams: { readonly support: TeamId; readonly sales: TeamId },
  orderStatus: WorkflowId,
): Graph {
  const assign = (team_id: TeamId, timeout: { seconds: number } | null) => ({
    target: { type: "team", team_id },
    policy: "round_robin",
    online_only: timeout !== null,
    open_limit: null,
    timeout,
  });
  const connected = "Thanks! A teammate has your message and will answer right here.";
  const busy =
    "Everybody is helping someone else right now. Leave it with us: we answer here, and by e-mail when you have gone.";
  return demoGraph(
    { type: "chat_opened", config: { url_pattern: "" }, frequency: { every: "session" } },
    {
      greeting: {
        type: "send_message",
        name: "Greet",
        at: [1, 0],
        config: {
          text: 'Hi {{ contact.first_name | default: "there" }}, welcome to **Ridgeline Outfitters**! Two quick questions and you talk to the right person.',
        },
        to: { next: "topic" },
      },
      topic: {
        type: "ask_question",
        name: "What is it about?",
        at: [2, 0],
        config: {
          text: "What can we help you with?",
          answer: {
            type: "single_choice",
            options: [
              { id: "order", label: "An order" },
              { id: "return", label: "A return" },
              { id: "product", label: "A product" },
              { id: "other", label: "Something else" },
            ],
          },
          retry_text: "Please pick one of these, so that we find the right person.",
          retries: 1,
          save_to: { variable: "topic" },
          timeout: { seconds: 1_800 },
          no_valid_answer: true,
        },
        to: { answered: "about_order", no_valid_answer: "email", timeout: "nobody_there" },
      },
      about_order: {
        type: "branch",
        name: "An order?",
        at: [3, 0],
        config: {
          branches: [
            {
              id: "order",
              name: "An order",
              match: "all",
              conditions: [{ field: "topic", operator: "equals", value: "order" }],
            },
          ],
        },
        to: { order: "order_status", default: "email" },
      },
      order_status: {
        type: "trigger_workflow",
        name: "Look it up",
        at: [4, -1],
        config: { workflow_id: orderStatus, mode: "return", gives: "none" },
        silent: ["next"],
      },
      email: {
        type: "ask_question",
        name: "Ask e-mail",
        at: [4, 0],
        config: {
          text: "Which e-mail may we answer to, in case you have to leave?",
          answer: { type: "email" },
          retry_text:
            "That does not look like an e-mail address. It should read like name@example.com.",
          retries: 2,
          save_to: { contact_field: "email" },
          timeout: { seconds: 1_800 },
          no_valid_answer: true,
          skip_when_known: true,
        },
        to: { answered: "which_team", no_valid_answer: "which_team", timeout: "which_team" },
      },
      which_team: {
        type: "branch",
        name: "Which team?",
        at: [5, 0],
        config: {
          branches: [
            {
              id: "sales",
              name: "Product: Sales",
              match: "all",
              conditions: [{ field: "topic", operator: "equals", value: "product" }],
            },
            {
              id: "support",
              name: "A return: Support",
              match: "any",
              conditions: [{ field: "topic", operator: "equals", value: "return" }],
            },
          ],
        },
        to: { sales: "assign_sales", support: "assign_support", default: "assign_support" },
      },
      assign_sales: {
        type: "assign_to",
        name: "Sales, in turn",
        at: [6, -1],
        config: assign(teams.sales, { seconds: 180 }),
        to: { assigned: "connected", timeout: "busy" },
      },
      assign_support: {
        type: "assign_to",
        name: "Support, in turn",
        at: [6, 1],
        config: assign(teams.support, { seconds: 180 }),
        to: { assigned: "connected", timeout: "busy" },
      },
      connected: {
        type: "send_message",
        name: "Connected",
        at: [7, 0],
        config: { text: connected },
      },
      busy: {
        type: "send_message",
        name: "All busy",
        at: [7, 1],
        config: { text: busy },
        to: { next: "leave_with_support" },
      },
      leave_with_support: {
        type: "assign_to",
        name: "Support, offline too",
        at: [8, 1],
        config: assign(teams.support, null),
      },
      nobody_there: {
        type: "send_message",
        name: "Still there?",
        at: [4, 2],
        config: { text: "It seems you are away. Write whenever you like, we are glad to help." },
        to: { next: "close" },
      },
      close: { type: "close_conversation", name: "Close", at: [5, 2], config: {} },
    },
  );
}
