import { stepCatalogue } from "#steps";
import { triggerCatalogue } from "#triggers";
import { describe, expect, it } from "vitest";
import { parseWorkflowFile } from "./index.ts";

const parse = (text: string) =>
  parseWorkflowFile(text, { steps: stepCatalogue, triggers: triggerCatalogue });

/** Every reason with its line, as `line where: message`. */
const reasons = (text: string): readonly string[] => {
  const parsed = parse(text);
  return parsed.ok
    ? []
    : parsed.problems.map(({ line, where, message }) => `${line} ${where}: ${message}`);
};

const head = "switchboard: 1\nname: A\ntrigger: { type: chat_opened, next: a }\n";
const step = "{ type: send_message, config: { text: Hi } }";
const nested = (levels: number) => `${"[".repeat(levels)}${"]".repeat(levels)}`;

describe("a workflow file written by hand", () => {
  it("needs neither layout nor names nor what has a default", () => {
    const parsed = parse(
      `${head}steps:\n  a:\n    type: send_message\n    config: { text: Hi }\n    next: a\n`,
    );
    expect(parsed).toMatchObject({
      ok: true,
      file: {
        name: "A",
        graph: {
          trigger: { type: "chat_opened", frequency: { every: "time" }, on_takeover: "pause" },
          trigger_position: { x: 0, y: 0 },
          steps: [{ id: "a", name: "", config: { text: "Hi" }, position: { x: 0, y: 180 } }],
          edges: [
            { from: "trigger", path: "next", to: "a" },
            { from: "a", path: "next", to: "a" },
          ],
        },
      },
    });
  });

  it("may have no steps yet, and go round", () => {
    expect(reasons("switchboard: 1\nname: A\ntrigger:\n  type: manual\nsteps:\n")).toEqual([]);
    expect(
      reasons(
        `${head}steps:\n  a: ${step.replace(" }", " }, next: b")}\n  b: { type: send_message, next: a }\n`,
      ),
    ).toEqual([]);
  });

  it("may call steps and paths by names that mean something to JavaScript", () => {
    const parsed = parse(
      "switchboard: 1\nname: A\ntrigger: { type: chat_opened, next: __proto__ }\nsteps:\n" +
        `  __proto__: { type: send_message, next: constructor }\n  constructor: ${step}\n  7: { type: send_message, next: 7 }\n`,
    );
    expect(parsed).toMatchObject({
      ok: true,
      file: { graph: { steps: [{ id: "__proto__" }, { id: "constructor" }, { id: "7" }] } },
    });
  });

  it("is told where a config says what a finding is about", () => {
    const parsed = parse(
      `${head}steps:\n  a:\n    type: send_message\n    config:\n      text: ""\n`,
    );
    if (!parsed.ok) throw new Error("it is read");
    const [first] = parsed.file.graph.steps;
    expect(parsed.placeOf(first?.id ?? null, "text")).toEqual({ line: 8, column: 7 });
    expect(parsed.placeOf(first?.id ?? null, null)).toEqual({ line: 5, column: 3 });
    expect(parsed.placeOf(null, "url_pattern")).toEqual({ line: 3, column: 10 });
  });

  it("is told of a path its step does not have, and keeps it", () => {
    const parsed = parse(
      `${head}steps:\n  a:\n    type: send_message\n    config: { text: Hi }\n    paths:\n      answerd: a\n`,
    );
    expect(parsed).toMatchObject({
      ok: true,
      file: { graph: { edges: [{ from: "trigger" }, { from: "a", path: "answerd" }] } },
      warnings: [{ line: 9, where: "steps.a.paths.answerd" }],
    });
  });
});

describe("a file that is no workflow is refused with every reason at its line", () => {
  it.each<[string, string, readonly string[]]>([
    ["nothing", "", ["1 : a workflow file begins with “switchboard: 1” and a name"]],
    ["a list", "- a\n- b\n", ["1 : a workflow file begins with “switchboard: 1” and a name"]],
    [
      "another YAML file",
      "services:\n  web: {}\n",
      ["1 switchboard: this version reads files up to “switchboard: 1”"],
    ],
    [
      "a form of the future",
      "name: A\nswitchboard: 2\n",
      ["2 switchboard: this version reads files up to “switchboard: 1”"],
    ],
    [
      "an alias",
      `${head}x: &b 1\nsteps: *b\n`,
      [
        "4 x: a workflow file has no “x”; it has switchboard, name, trigger, steps, layout, notes, references",
        "4 x: an anchor (&name) is not allowed",
        "5 steps: an alias (*name) is not allowed; write the value itself",
        "3 trigger.next: there is no step “a”",
      ].toSorted(),
    ],
    [
      "a tag",
      `${head}steps:\n  a: !!map ${step}\n`,
      ["5 steps.a: a tag (tag:yaml.org,2002:map) is not allowed"],
    ],
    [
      "a directive",
      `%YAML 1.1\n---\n${head}steps:\n  a: ${step}\n`,
      ["1 : a workflow file has no directives: %YAML 1.1"],
    ],
    [
      "two documents",
      `${head}steps:\n  a: ${step}\n---\nb: 1\n`,
      ["6 : a workflow file holds one workflow, not several documents"],
    ],
    [
      "a step twice",
      `${head}steps:\n  a: ${step}\n  a: ${step}\n`,
      ["6 steps.a: “a” is here twice, first on line 5"],
    ],
    [
      "a step called trigger",
      `${head}steps:\n  a: ${step}\n  trigger: ${step}\n`,
      ["6 steps.trigger: no step can be called “trigger”"],
    ],
    [
      "a path that leads to two places",
      `${head}steps:\n  a:\n    type: send_message\n    next: a\n    paths: { next: a }\n`,
      ["8 steps.a.paths.next: “next” leads to two places"],
    ],
    [
      "__proto__ in a config",
      `${head}steps:\n  a: { type: send_message, config: { text: Hi, __proto__: { x: 1 } } }\n`,
      ["5 steps.a.config.__proto__: “__proto__” is no name for a value"],
    ],
    [
      "half a character",
      `${head}steps:\n  a: { type: send_message, config: { text: "\\ud800" } }\n`,
      ["5 steps.a.config.text: this text has half of a character (a lone surrogate)"],
    ],
    [
      "NUL",
      `${head}steps:\n  a: { type: send_message, config: { text: "a\\0b" } }\n`,
      ["5 steps.a.config.text: the NUL character is not allowed"],
    ],
    [
      "a number without end",
      `${head}steps:\n  a: { type: wait, config: { amount: .inf } }\n`,
      ["5 steps.a.config.amount: this number is not finite"],
    ],
    [
      "a layout, note and reference that say nothing",
      `${head}steps:\n  a: ${step}\nlayout:\n  a: here\n  b: [1, 2]\nnotes:\n  - Hello\nreferences:\n  x: Support\n`,
      [
        "7 layout.a: a place is “[x, y]”",
        "8 layout.b: there is no step “b”",
        "10 notes.0: a note has “text”, “at: [x, y]” and “size: [width, height]”",
        "12 references.x: a reference says its “kind” and “name”",
      ],
    ],
    [
      "a place and a note of the wrong kind",
      `${head}steps:\n  a: ${step}\nlayout:\n  a: [left, 2]\nnotes:\n  - text: 7\n    at: [1, 2]\n    size: [0, 10]\n`,
      [
        "7 layout.a: this should be a number",
        "9 notes.0.text: this should be a text",
        "11 notes.0.size: this should be more than 0",
      ],
    ],
  ])("%s", (_what, text, expected) => {
    expect([...reasons(text)].toSorted()).toEqual(expected.toSorted());
  });

  it("names everything at once", () => {
    expect(
      reasons(
        [
          "switchboard: 1",
          "color: red",
          "trigger: { type: when_the_moon_is_full, next: nowhere, on_takeover: dance }",
          "steps:",
          "  a b: { type: send_message }",
          "  c: { type: teleport, config: 7, next: d, then: e }",
          "  d: []",
          "",
        ].join("\n"),
      ).map((reason) => reason.split(";")[0]),
    ).toEqual([
      "1 name: give the workflow a name",
      "2 color: a workflow file has no “color”",
      "3 trigger.type: there is no trigger type “when_the_moon_is_full”",
      "3 trigger.next: there is no step “nowhere”",
      "3 trigger.on_takeover: choose one of pause, end, go_on",
      "5 steps.a b: a step id has 1 to 64 letters, digits, - or _",
      "6 steps.c.type: there is no step type “teleport”",
      "6 steps.c.config: this should be a group of settings",
      "6 steps.c.then: a step has no “then”",
      "7 steps.d: a step has a “type”, and a “config” if it needs one",
    ]);
  });

  it("tells each of ten thousand steps' dangling paths, and that they are too many", () => {
    const steps = Array.from(
      { length: 10_000 },
      (_, index) => `  s${index}: { type: send_message, next: t${index} }`,
    );
    const found = reasons(`${head.replace("next: a", "next: s0")}steps:\n${steps.join("\n")}\n`);
    expect(found).toHaveLength(10_001);
    expect(found).toContain("5 steps: a workflow has at most 500 steps; here are 10000");
    expect(found).toContain("10004 steps.s9999.next: there is no step “t9999”");
  });

  it.each<[string, string, string]>([
    [
      "a hundred thousand lists in one another",
      `${head}steps: ${nested(100_000)}`,
      "nested deeper than 64 levels",
    ],
    ["a hundred thousand dashes", `${"- ".repeat(100_000)}x`, "nested deeper than 64 levels"],
    [
      "a hundred thousand question marks",
      `${"? ".repeat(100_000)}x`,
      "nested deeper than 64 levels",
    ],
    [
      "more than five million characters",
      `${head}# ${"x".repeat(5_000_000)}`,
      "more than 5 million characters",
    ],
    [
      "four hundred thousand names",
      Array.from({ length: 400_000 }, (_, index) => `k${index}: 1`).join("\n"),
      "more than 1 million parts",
    ],
  ])(
    "%s, naming the limit",
    (_what, text, reason) => {
      const found = reasons(text);
      expect(found).toHaveLength(1);
      expect(found[0]).toContain(reason);
    },
    60_000,
  );

  it("what is not YAML, with the place", () => {
    const found = reasons(`${head}steps:\n  a: { type: send_message\n  b: [\n`);
    expect(found.length).toBeGreaterThan(0);
    expect(
      found.every((reason) => /^\d+ : this is not YAML: /.test(reason) || /steps/.test(reason)),
    ).toBe(true);
  });
});
