import type { Graph, JsonObject } from "#core/domain";
import { graphSchema } from "#core/domain";

const columns = 25;
const columnWidth = 360;
const rowHeight = 280;

const choices = [
  { id: "order", label: "An order" },
  { id: "return", label: "A return" },
  { id: "other", label: "Something else" },
];

interface DrawnStep {
  readonly type: string;
  readonly name: string;
  readonly config: JsonObject;
  /** Where its paths lead, as a distance in steps along the draft. */
  readonly ways: Readonly<Record<string, number>>;
}

/** Six steps as support teams put them together, over and over: ask, branch by the answer, tell, act, wait, assign. */
const drawStep = (index: number): DrawnStep => {
  const topic = `topic_${Math.floor(index / 6)}`;
  const kinds: readonly DrawnStep[] = [
    {
      type: "ask_question",
      name: `What is it about? ${index}`,
      config: {
        text: 'Hello {{ contact.first_name | default: "there" }}, what is it about?',
        answer: { type: "single_choice", options: choices },
        save_to: { variable: topic },
        no_valid_answer: true,
        timeout: { seconds: 3_600 },
      },
      ways: { answered: 1, no_valid_answer: 2, timeout: 4 },
    },
    {
      type: "branch",
      name: `Which topic? ${index}`,
      config: {
        branches: choices.slice(0, 2).map(({ id, label }) => ({
          id,
          name: label,
          match: "all",
          conditions: [{ field: topic, operator: "equals", value: id }],
        })),
      },
      ways: { order: 1, return: 2, default: 3 },
    },
    {
      type: "send_message",
      name: `Tell them ${index}`,
      config: { text: "Thank you. We look at **your order** and write to you here." },
      ways: { next: 1 },
    },
    {
      type: "run_action",
      name: `Tag the contact ${index}`,
      config: { action: "switchboard.add_tag@1", input: { tag: { literal: "asked" } } },
      ways: { success: 1 },
    },
    {
      type: "wait",
      name: `Give them time ${index}`,
      config: { amount: 20, unit: "minutes", until_reply: true },
      ways: { next: 1, replied: 1 },
    },
    {
      type: "send_message",
      name: `Say what comes next ${index}`,
      config: { text: "We are on it. It takes a few minutes more." },
      ways: { next: 1 },
    },
  ];
  return kinds[index % kinds.length] ?? { type: "wait", name: "", config: {}, ways: {} };
};

/** A valid draft of `count` steps, drawn in rows that run from left to right. */
export const aLargeDraft = (count: number): Graph => {
  const ids = Array.from({ length: count }, (_, index) => `step-${index}`);
  const drawn = ids.map((id, index) => ({ id, ...drawStep(index) }));
  const steps = drawn.map(({ id, type, name, config }, index) => ({
    id,
    type,
    name,
    config,
    position: {
      x: (1 + (index % columns)) * columnWidth,
      y: Math.floor(index / columns) * rowHeight,
    },
  }));
  const last = { ...steps.at(-1), type: "close_conversation", name: "Close", config: {} };
  return graphSchema.parse({
    format: 1,
    trigger: {
      type: "conversation_opened",
      config: {},
      conditions: { match: "all", conditions: [] },
      frequency: { every: "time" },
      on_takeover: "pause",
    },
    trigger_position: { x: 0, y: 0 },
    steps: [...steps.slice(0, -1), last],
    edges: [
      { from: "trigger", path: "next", to: ids[0] },
      ...drawn.slice(0, -1).flatMap(({ id, ways }, index) =>
        Object.entries(ways).map(([path, distance]) => ({
          from: id,
          path,
          to: ids[Math.min(index + distance, count - 1)],
        })),
      ),
    ],
  });
};
