import {
  type Graph,
  graphSchema,
  type Json,
  type JsonObject,
  silentEndsOf,
  type Step,
} from "#core/domain";
import { edgeKey } from "#core/domain";
import fc from "fast-check";
import { expect, test } from "vitest";
import { canonical } from "../document/same-graph.ts";
import type { Difference, FieldChange } from "./difference.ts";
import { differenceOf } from "./difference-of.ts";
import { orderOf } from "./json-changes.ts";
import { toMarks } from "./to-marks.ts";
import { inSentences } from "./words/in-sentences.ts";
import { wordDifference } from "./words/word-difference.ts";

const id = fc.constantFrom("a", "b", "c", "d");
const word = fc.constantFrom("one", "two", "{{ x }}", "");
const leaf = fc.oneof(word, fc.integer({ min: 0, max: 3 }), fc.boolean(), fc.constant(null));
const items = fc.uniqueArray(fc.record({ id, label: word, extra: leaf }), {
  selector: (item) => item.id,
  maxLength: 4,
});
const config: fc.Arbitrary<JsonObject> = fc
  .record(
    {
      text: fc.oneof(word, fc.record({ en: word, de: word }, { requiredKeys: ["en"] })),
      amount: leaf,
      unit: fc.constantFrom("days", "hours"),
      timeout: fc.oneof(fc.constant(null), fc.record({ seconds: leaf })),
      answer: fc.record({ type: word, options: items }),
      quick_replies: items,
      given: fc.array(word, { maxLength: 3 }),
      branches: items,
    },
    { requiredKeys: [] },
  )
  .map((made) => JSON.parse(JSON.stringify(made)));
const position = fc.record({ x: fc.integer({ min: 0, max: 3 }), y: fc.constant(0) });

const graphs: fc.Arbitrary<Graph> = fc
  .record({
    type: fc.constantFrom("manual", "page_view"),
    trigger: config,
    trigger_position: position,
    steps: fc.uniqueArray(
      fc.record({
        id,
        type: fc.constantFrom("wait", "send_message"),
        name: word,
        config,
        position,
      }),
      { selector: (step) => step.id, maxLength: 4 },
    ),
    edges: fc.uniqueArray(
      fc.record({ from: id, path: fc.constantFrom("next", "replied"), to: id }),
      { selector: (edge) => `${edge.from} ${edge.path}`, maxLength: 6 },
    ),
    silent_ends: fc.array(fc.record({ from: id, path: fc.constant("next") }), { maxLength: 2 }),
    hasGoal: fc.boolean(),
  })
  .map(({ type, trigger, hasGoal, ...rest }) => {
    const ids = new Set(rest.steps.map((step) => step.id));
    return graphSchema.parse({
      ...rest,
      format: 1,
      edges: rest.edges.filter(({ from, to }) => ids.has(from) && ids.has(to)),
      trigger: {
        type,
        config: trigger,
        conditions: { match: "all", conditions: [] },
        frequency: { every: "time" },
        on_takeover: "pause",
        ...(hasGoal
          ? { goal: { conditions: { match: "all", conditions: [] }, within_seconds: 60 } }
          : {}),
      },
    });
  });

/** All that a run or a reader of names would notice. */
const behaviour = (graph: Graph): string => {
  const { active_from = null, active_until = null, goal = null, ai_agent } = graph.trigger;
  const byKey = (entries: readonly (readonly [string, unknown])[]) => Object.fromEntries(entries);
  return canonical({
    trigger: {
      ...graph.trigger,
      active_from,
      active_until,
      goal,
      ai_agent: ai_agent ?? { mode: "leave" },
    },
    steps: byKey(
      graph.steps.map(({ id: own, type, name, config: said }) => [own, [type, name, said]]),
    ),
    edges: byKey(graph.edges.map((edge) => [edgeKey(edge), edge.to])),
    silent: silentEndsOf(graph).map(edgeKey).toSorted(),
  });
};

/** Makes the newer graph of the older one and the changes alone. */
const apply = ({ before, changes }: Difference): Graph => {
  const steps = new Map<string, Step>(before.steps.map((step) => [step.id, step]));
  const edges = new Map<string, Graph["edges"][number]>(
    before.edges.map((edge) => [edgeKey(edge), edge]),
  );
  const silent = new Map(silentEndsOf(before).map((end) => [edgeKey(end), end]));
  let trigger: Json = JSON.parse(
    JSON.stringify({
      active_from: null,
      active_until: null,
      goal: null,
      ai_agent: { mode: "leave" },
      ...before.trigger,
    }),
  );
  for (const change of changes) {
    switch (change.kind) {
      case "step_added":
        steps.set(change.step.id, change.step);
        break;
      case "step_removed":
        steps.delete(change.step.id);
        break;
      case "step_renamed": {
        const step = steps.get(change.after.id) ?? change.after;
        steps.set(step.id, { ...step, name: change.after.name });
        break;
      }
      case "step_replaced":
        steps.set(change.after.id, change.after);
        break;
      case "field_changed": {
        if (change.card === "trigger") {
          trigger = put(trigger, change) ?? null;
          break;
        }
        const step = steps.get(change.card);
        const made = put(step?.config, change);
        if (step !== undefined && isObject(made)) steps.set(step.id, { ...step, config: made });
        break;
      }
      case "path_changed": {
        const { from, path, after: to } = change;
        if (to === null) edges.delete(edgeKey({ from, path }));
        else edges.set(edgeKey({ from, path }), { from, path, to });
        break;
      }
      case "silent_end_changed": {
        const { from, path, isSilent } = change;
        if (isSilent) silent.set(edgeKey({ from, path }), { from, path });
        else silent.delete(edgeKey({ from, path }));
      }
    }
  }
  return graphSchema.parse({
    ...before,
    trigger,
    steps: [...steps.values()],
    edges: [...edges.values()],
    silent_ends: [...silent.values()],
  });
};

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const put = (value: Json | undefined, { field, after }: FieldChange): Json | undefined => {
  const [name, ...rest] = field;
  if (name === undefined) return after;
  const deeper = { field: rest, before: undefined, after };
  if (Array.isArray(value)) {
    const ids = (item: Json) => (isObject(item) ? item["id"] : undefined);
    if (name === orderOf && Array.isArray(after))
      return after.flatMap((wanted) => value.filter((item) => ids(item) === wanted));
    const place = value.findIndex((item) => ids(item) === name);
    if (place === -1) return [...value, ...(after === undefined ? [] : [after])];
    const made = put(value[place], deeper);
    return value.toSpliced(place, 1, ...(made === undefined ? [] : [made]));
  }
  const object = isObject(value) ? value : {};
  const made = put(object[name], deeper);
  const { [name]: _, ...others } = object;
  return made === undefined ? others : { ...others, [name]: made };
};

const names = {
  member: () => undefined,
  team: () => undefined,
  schedule: () => undefined,
  workflow: () => undefined,
  aiAgent: () => undefined,
  action: () => undefined,
};

test("the changes alone make the newer graph of the older one", () => {
  fc.assert(
    fc.property(graphs, graphs, (before, after) => {
      expect(behaviour(apply(differenceOf(before, after)))).toBe(behaviour(after));
    }),
  );
});

test("there is no change exactly when both do the same, and no sentence without a change", () => {
  fc.assert(
    fc.property(graphs, graphs, (before, after) => {
      const difference = differenceOf(before, after);
      expect(difference.changes.length === 0).toBe(behaviour(before) === behaviour(after));
      expect(differenceOf(after, { ...after, steps: after.steps.toReversed() }).changes).toEqual(
        [],
      );
      const sentences = inSentences(difference, names);
      expect(sentences.length > 0).toBe(difference.changes.length > 0);
      for (const { text } of sentences) expect(text).not.toMatch(/undefined|\[object/);
    }),
  );
});

test("every step that came, went or changed is marked, and what is drawn is a graph", () => {
  fc.assert(
    fc.property(graphs, graphs, (before, after) => {
      const { graph, marks } = toMarks(differenceOf(before, after));
      graphSchema.parse(graph);
      for (const step of before.steps)
        if (!after.steps.some((other) => other.id === step.id))
          expect(marks.cards.get(step.id)?.tone).toBe("removed");
      for (const step of after.steps)
        if (!before.steps.some((other) => other.id === step.id))
          expect(marks.cards.get(step.id)?.tone).toBe("added");
    }),
  );
});

test("the words of a text that stayed and came are the newer text, those that stayed and went the older", () => {
  const text = fc
    .array(fc.constantFrom("a", "b", "it's", " ", ", ", "ä"), { maxLength: 12 })
    .map((parts) => parts.join(""));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const found = wordDifference(before, after);
      const without = (kind: "was" | "now") =>
        found
          .filter((each) => each.kind !== kind)
          .map((each) => each.text)
          .join("");
      expect([without("now"), without("was")]).toEqual([before, after]);
    }),
  );
});
