import type { Graph } from "#core/domain";
import { demoGraph } from "./demo-graph.ts";

/** Takes a return in by hand, waits two days for the parcel, and closes when nobody writes meanwhile. */
export function returnsWithAWait(): Graph {
  return demoGraph(
    {
      type: "manual",
      config: { inputs: [{ name: "order_id", type: "string", is_required: false }] },
    },
    {
      order_number: {
        type: "ask_question",
        name: "Ask order number",
        at: [1, 0],
        config: {
          text: "Happy to arrange your return. What is your order number? It starts with RO and is in your confirmation mail.",
          answer: { type: "text", min_length: 3, max_length: 40 },
          retry_text: "That does not look like an order number. It reads like RO-10482.",
          retries: 2,
          save_to: { variable: "order_number" },
          timeout: { seconds: 86_400 },
          no_valid_answer: false,
        },
        to: { answered: "label_sent", timeout: "reminder" },
      },
      label_sent: {
        type: "send_message",
        name: "Send the label",
        at: [2, 0],
        config: {
          text: "Thank you. The return label for **{{ order_number }}** is on its way to you. Put it on the parcel and drop it at any post office.",
        },
        to: { next: "two_days" },
      },
      two_days: {
        type: "wait",
        name: "Wait 2 days",
        at: [3, 0],
        config: { amount: 2, unit: "days", until_reply: true, keep_after_close: false },
        to: { next: "done", replied: "back_to_team" },
      },
      done: {
        type: "send_message",
        name: "All set",
        at: [4, -1],
        config: {
          text: "Your parcel should be with us by now; the refund follows within five days. Have a good time outside!",
        },
        to: { next: "close" },
      },
      back_to_team: {
        type: "send_message",
        name: "Back to the team",
        at: [4, 1],
        config: { text: "Got it, a teammate looks at this next." },
        silent: ["next"],
      },
      reminder: {
        type: "send_message",
        name: "No answer",
        at: [2, 1],
        config: {
          text: "No hurry: send the order number whenever you have it, and we start the return.",
        },
        silent: ["next"],
      },
      close: { type: "close_conversation", name: "Close", at: [5, -1], config: {} },
    },
  );
}
