import { edgeKey, type Graph, graphSchema, type Json } from "#core/domain";
import { stepCatalogue } from "#steps";
import { triggerCatalogue } from "#triggers";
import fc from "fast-check";
import { expect, it } from "vitest";
import { randomGraph, randomPeople } from "../../testing/builders/random-graph.ts";
import { formatWorkflowFile, parseWorkflowFile, type WorkflowFile } from "./index.ts";

const catalogues = { steps: stepCatalogue, triggers: triggerCatalogue };

/** Texts that YAML would read as something else if they were not written with care. */
const oddTexts =
  "yes no null ~ true 1 01 0x1f 1e3 .inf << *a &a %YAML --- ... |- > [a] {a} 2026-03-29 \u0085 \u2028 \ufeff"
    .split(" ")
    .concat("", "- a", "? a", "a: b", "a #b", " a", "a ", "!!str a", "line\n\n  two\n", "\n");

/** Any text that PostgreSQL can store. */
const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 40 }).map((text) => text.replaceAll("\0", "")),
  fc
    .array(fc.constantFrom("a", " ", "\n", "\r", "\t", "#", ":", "-", "|", "'", '"', "\\", "…"), {
      maxLength: 12,
    })
    .map((parts) => parts.join("")),
  fc.constantFrom(...oddTexts),
);
const anyName = anyText.filter((text) => text !== "__proto__");
/** JSON has no −0. */
const anyNumber = fc
  .double({ noNaN: true, noDefaultInfinity: true })
  .map((value) => (value === 0 ? 0 : value));
const anyJson: fc.Arbitrary<Json> = fc.letrec<{ json: Json }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 4 },
    anyText,
    anyNumber,
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie("json"), { maxLength: 4 }),
    fc.dictionary(anyName, tie("json"), { maxKeys: 4 }),
  ),
})).json;

const oddIds = [
  "constructor",
  "toString",
  "__proto__",
  "1",
  "01",
  "null",
  "-",
  "yes",
  "1e3",
  "a_b",
];
const place = fc.record({
  x: anyNumber,
  y: fc.integer(),
});

/** Graphs of every shape a draft may have: valid and invalid configs, odd ids and texts, notes and silent ends. */
const anyGraph: fc.Arbitrary<Graph> = fc
  .record({
    graph: randomGraph,
    ids: fc.shuffledSubarray(oddIds, { minLength: 7, maxLength: 7 }),
    configs: fc.array(fc.option(fc.dictionary(anyName, anyJson, { maxKeys: 4 })), {
      minLength: 7,
      maxLength: 7,
    }),
    names: fc.array(anyText, { minLength: 7, maxLength: 7 }),
    places: fc.array(place, { minLength: 8, maxLength: 8 }),
    notes: fc.array(
      fc.record({ text: anyText, position: place, width: fc.integer({ min: 1, max: 9_999 }) }),
      { maxLength: 2 },
    ),
    ends: fc.array(fc.record({ step: fc.nat(6), path: fc.constantFrom("next", "timeout", "odd") })),
  })
  .map(({ graph, ids, configs, names, places, notes, ends }) => {
    const idOf = (id: string) => (id === "trigger" ? id : (ids[Number(id.slice(1))] ?? id));
    return graphSchema.parse({
      ...graph,
      trigger_position: places[7],
      steps: graph.steps.map((step, index) => ({
        ...step,
        id: idOf(step.id),
        name: names[index],
        config: configs[index] ?? step.config,
        position: places[index],
      })),
      edges: graph.edges.map(({ from, path, to }) => ({ from: idOf(from), path, to: idOf(to) })),
      notes: notes.map((note, index) => ({ ...note, id: `n${index}`, height: 40 })),
      silent_ends: ends.flatMap(({ step, path }) => {
        const from = graph.steps[step]?.id;
        return from === undefined ? [] : [{ from: idOf(from), path }];
      }),
    });
  });

const anyFile: fc.Arbitrary<WorkflowFile> = fc.record({
  name: anyText.map((text) => text.trim() || "A workflow"),
  graph: anyGraph,
  references: fc.constantFrom(
    [],
    [{ id: randomPeople.team, kind: "team", name: "Support: #1\nand more" }],
  ),
});

/** Edges are a set: their order means nothing. Silent ends that mean nothing are left out. */
const comparable = ({ name, graph, references }: WorkflowFile) => ({
  name,
  references,
  graph: {
    ...graph,
    edges: graph.edges.toSorted((a, b) => (edgeKey(a) < edgeKey(b) ? -1 : 1)),
    silent_ends: [...new Set(graph.silent_ends.map(edgeKey))]
      .filter((key) => !graph.edges.some((edge) => edgeKey(edge) === key))
      .toSorted(),
  },
});

it("a workflow written as a text and read again is the same workflow, and the same text", () => {
  fc.assert(
    fc.property(anyFile, (file) => {
      const text = formatWorkflowFile(file, stepCatalogue);
      const parsed = parseWorkflowFile(text, catalogues);
      if (!parsed.ok) throw new Error(`${JSON.stringify(parsed.problems)}\n${text}`);
      expect(comparable(parsed.file)).toEqual(comparable(file));
      expect(formatWorkflowFile(parsed.file, stepCatalogue)).toBe(text);
    }),
    { numRuns: 1_000 },
  );
}, 120_000);

it("a workflow written as JSON, the form before, is read as the same workflow", () => {
  fc.assert(
    fc.property(anyFile, ({ name, graph }) => {
      const text = JSON.stringify(graph, null, 2);
      const parsed = parseWorkflowFile(text, { ...catalogues, nameIfMissing: name });
      if (!parsed.ok) throw new Error(`${JSON.stringify(parsed.problems)}\n${text}`);
      expect(comparable(parsed.file)).toEqual(comparable({ name, graph, references: [] }));
    }),
    { numRuns: 100 },
  );
}, 120_000);

it("no text makes the reader throw", () => {
  fc.assert(
    fc.property(
      fc.oneof(anyText, fc.string({ unit: "binary" })),
      anyFile,
      fc.nat(),
      (noise, file, at) => {
        const text = formatWorkflowFile(file, stepCatalogue);
        const cut = at % (text.length + 1);
        for (const broken of [
          noise,
          `${text.slice(0, cut)}${noise}${text.slice(cut)}`,
          text.slice(cut),
        ]) {
          const parsed = parseWorkflowFile(broken, catalogues);
          if (!parsed.ok) expect(parsed.problems.length).toBeGreaterThan(0);
        }
      },
    ),
    { numRuns: 100 },
  );
}, 120_000);
