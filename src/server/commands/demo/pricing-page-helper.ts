import type { Graph, TeamId } from "#core/domain";
import { demoGraph } from "./demo-graph.ts";

/** Offers help to whoever reads the prices for a while. */
export function pricingPageHelper(teams: { readonly sales: TeamId }): Graph {
  return demoGraph(
    {
      type: "page_view",
      config: { url_pattern: "/demo/pricing*", visible_seconds: 3 },
      frequency: { every: "session" },
    },
    {
      offer: {
        type: "ask_question",
        name: "Offer help",
        at: [1, 0],
        config: {
          text: "Comparing memberships? I can help you choose.",
          answer: {
            type: "single_choice",
            options: [
              { id: "which", label: "Which one fits me?" },
              { id: "team", label: "Prices for a team" },
              { id: "no_thanks", label: "Just looking" },
            ],
          },
          retry_text: "Pick one of these and I will take it from there.",
          retries: 1,
          save_to: { variable: "interest" },
          timeout: { seconds: 3_600 },
          no_valid_answer: true,
        },
        to: { answered: "interested", no_valid_answer: "assign_sales", timeout: "let_be" },
      },
      interested: {
        type: "branch",
        name: "Interested?",
        at: [2, -1],
        config: {
          branches: [
            {
              id: "yes",
              name: "Yes",
              match: "any",
              conditions: [{ field: "interest", operator: "has_any_of", value: ["which", "team"] }],
            },
          ],
        },
        to: { yes: "assign_sales", default: "no_thanks" },
      },
      assign_sales: {
        type: "assign_to",
        name: "Sales, fewest open first",
        at: [3, 0],
        config: {
          target: { type: "team", team_id: teams.sales },
          policy: "least_open",
          online_only: true,
          open_limit: null,
          timeout: { seconds: 300 },
        },
        to: { assigned: "connected", timeout: "later" },
      },
      connected: {
        type: "send_message",
        name: "Connected",
        at: [4, 0],
        config: { text: "Good choice. Somebody from Sales is with you in a moment." },
      },
      later: {
        type: "send_message",
        name: "Later",
        at: [4, 1],
        config: {
          text: "Nobody from Sales is free right now. Write your question here and we will come back to you.",
        },
        to: { next: "assign_somebody" },
      },
      assign_somebody: {
        type: "assign_to",
        name: "Sales, whoever’s turn it is",
        at: [5, 1],
        config: {
          target: { type: "team", team_id: teams.sales },
          policy: "round_robin",
          online_only: false,
          open_limit: null,
          timeout: null,
        },
      },
      no_thanks: {
        type: "send_message",
        name: "Leave in peace",
        at: [3, -1],
        config: { text: "Take your time. I am here if you need me." },
        to: { next: "close" },
      },
      close: { type: "close_conversation", name: "Close", at: [4, -1], config: {} },
      let_be: { type: "close_conversation", name: "Not seen", at: [2, 1], config: {} },
    },
  );
}
