import { type Graph, graphSchema } from "#core/domain";

const at = { x: 0, y: 0 };
const step = (id: string, type: string, config: object) => ({
  id,
  type,
  name: `The ${id}`,
  config,
  position: at,
});
const option = (id: string) => ({ id, label: id });

const topics = {
  text: "What is it about?",
  answer: { type: "single_choice", options: ["order", "return", "other", "broken"].map(option) },
  save_to: { variable: "topic" },
  retries: 1,
  no_valid_answer: true,
  timeout: { seconds: 8 * 3_600 },
};
const toTopic = (id: string) => ({
  id,
  name: id,
  match: "all",
  conditions: [{ field: "topic", operator: "equals", value: id }],
});
const first = { from: "trigger", path: "next", to: "topic" };

/**
 * A workflow in which a run can do all that is counted: answer, keep silent, wait, loop, fail, close, end, reach a goal. The second
 * version has no rating and a step more, the third one step less again.
 */
export const countedGraph = (number: 1 | 2 | 3): Graph =>
  graphSchema.parse({
    format: 1,
    trigger: {
      type: "conversation_opened",
      config: { channels: ["widget"], opened: "new" },
      conditions: { match: "all", conditions: [] },
      frequency: { every: "time" },
      on_takeover: "pause",
      goal: {
        conditions: { match: "all", conditions: [{ field: "contact.phone", operator: "exists" }] },
        within_seconds: 5 * 86_400,
      },
    },
    trigger_position: at,
    steps: [
      step("topic", "ask_question", topics),
      step("way", "branch", { branches: ["order", "return", "broken"].map(toTopic) }),
      step("pause", "wait", { amount: 12, unit: "hours" }),
      ...(number === 1
        ? [
            step("rate", "ask_question", {
              text: "How was it?",
              answer: { type: "rating" },
              save_to: {},
              timeout: { seconds: 86_400 },
            }),
          ]
        : [
            step("colours", "ask_question", {
              text: "Which?",
              answer: { type: "multiple_choice", min: 1, options: ["red", "blue"].map(option) },
              save_to: {},
              timeout: { seconds: 86_400 },
            }),
          ]),
      ...(number === 3 ? [] : [step("again", "jump_to_step", { max_jumps: 2 })]),
      step("gone", "trigger_workflow", {
        workflow_id: "01920000-0000-7000-8000-000000000002",
        mode: "hand_over",
        gives: "all",
      }),
      step("bye", "send_message", { text: "Good bye" }),
      step("close", "close_conversation", {}),
    ],
    edges: [
      first,
      { from: "topic", path: "answered", to: "way" },
      { from: "topic", path: "no_valid_answer", to: "bye" },
      { from: "way", path: "order", to: "pause" },
      { from: "way", path: "return", to: number === 1 ? "rate" : "colours" },
      { from: "way", path: "broken", to: "gone" },
      ...(number === 3
        ? [{ from: "way", path: "default", to: "bye" }]
        : [
            { from: "way", path: "default", to: "again" },
            { from: "again", path: "jump", to: "topic" },
            { from: "again", path: "next", to: "bye" },
          ]),
      { from: "pause", path: "next", to: "bye" },
      { from: number === 1 ? "rate" : "colours", path: "answered", to: "bye" },
      ...(number === 2 ? [{ from: "bye", path: "next", to: "close" }] : []),
    ],
  });
